<#-- @see io.meshwright.plan.documents.EastWestGateway -->
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: ${operatorName}
  namespace: ${namespace}
<#if localFile>
  annotations:
    config.kubernetes.io/local-config: "true"
</#if>
spec:
  profile: empty
<#if revision??>
  revision: ${revision}
</#if>
  components:
    ingressGateways:
      - name: ${name}
        namespace: ${namespace}
        enabled: true
        label:
<#list labels as key, value>
          ${key}: ${value}
</#list>
        k8s:
<#if requestedNetworkView??>
          env:
            - name: ISTIO_META_REQUESTED_NETWORK_VIEW
              value: ${requestedNetworkView}
</#if>
<#if service.annotations?has_content>
          serviceAnnotations:
<#list service.annotations as key, value>
            ${key}: ${value}
</#list>
</#if>
          service:
            type: ${service.type}
<#if service.externalIps?has_content>
            externalIPs:
<#list service.externalIps as externalIp>
              - ${externalIp}
</#list>
</#if>
<#if service.loadBalancerIp??>
            loadBalancerIP: ${service.loadBalancerIp}
</#if>
<#if service.loadBalancerClass??>
            loadBalancerClass: ${service.loadBalancerClass}
</#if>
            ports:
<#list service.ports as port>
              - name: ${port.name}
                port: ${port.port}
                targetPort: ${port.targetPort}
<#if port.nodePort??>
                nodePort: ${port.nodePort}
</#if>
</#list>
  values:
    gateways:
      istio-ingressgateway:
        injectionTemplate: gateway
    global:
      istioNamespace: ${namespace}
<#if network??>
      network: ${network}
</#if>
