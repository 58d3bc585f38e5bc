<#-- @see io.meshwright.plan.documents.HostedIstiodGateway -->
apiVersion: ${apiVersion}
kind: Gateway
metadata:
  name: external-istiod-gw
  namespace: ${namespace}
spec:
  selector:
    istio: ingressgateway
  servers:
    - port:
        number: 15012
        name: xds
<#if certificate??>
        protocol: HTTPS
      tls:
        mode: SIMPLE
        credentialName: ${certificate}
<#else>
        protocol: TLS
      tls:
        mode: PASSTHROUGH
</#if>
      hosts:
        - ${host}
    - port:
        number: 15017
        name: webhook
<#if certificate??>
        protocol: HTTPS
      tls:
        mode: SIMPLE
        credentialName: ${certificate}
<#else>
        protocol: TLS
      tls:
        mode: PASSTHROUGH
</#if>
      hosts:
        - ${host}
