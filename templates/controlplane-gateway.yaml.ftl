<#-- @see io.meshwright.plan.documents.ControlPlaneGateway -->
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: ${name}
  namespace: ${namespace}
  annotations:
    config.kubernetes.io/local-config: "true"
spec:
  profile: default
<#if hub??>
  hub: ${hub}
</#if>
  tag: ${tag}
  components:
    ingressGateways:
      - name: istio-ingressgateway
        namespace: ${namespace}
        enabled: true
        k8s:
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
</#list>
  values:
    global:
      istioNamespace: ${namespace}
