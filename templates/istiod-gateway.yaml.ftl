<#-- @see io.meshwright.plan.documents.IstiodGateway -->
apiVersion: ${apiVersion}
kind: Gateway
metadata:
  name: istiod-gateway
  namespace: ${namespace}
spec:
  selector:
<#list selector as key, value>
    ${key}: ${value}
</#list>
  servers:
    - port:
        number: 15012
        name: tls-istiod
        protocol: TLS
      tls:
        mode: PASSTHROUGH
      hosts:
        - "*"
    - port:
        number: 15017
        name: tls-istiodwebhook
        protocol: TLS
      tls:
        mode: PASSTHROUGH
      hosts:
        - "*"
