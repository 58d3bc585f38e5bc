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
<#if proxy??>
<#if proxy.hub??>
  hub: ${proxy.hub}
</#if>
  tag: ${proxy.tag}
</#if>
<#if revision??>
  revision: ${revision}
</#if>
<#if (proxy.trustDomain)??>
  meshConfig:
    trustDomain: ${proxy.trustDomain}
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
<#if variables?has_content>
          env:
<#list variables as variable>
            - name: ${variable.name}
              value: ${variable.value}
</#list>
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
<#if !proxy??>
    gateways:
      istio-ingressgateway:
        injectionTemplate: gateway
</#if>
    global:
      istioNamespace: ${namespace}
<#if proxy??>
      meshID: ${proxy.meshId}
      multiCluster:
        clusterName: ${proxy.clusterName}
<#if proxy.clusterDomain??>
      proxy:
        clusterDomain: ${proxy.clusterDomain}
</#if>
</#if>
<#if network??>
      network: ${network}
</#if>
