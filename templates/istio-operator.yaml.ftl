<#-- @see io.meshwright.plan.documents.IstioOperator -->
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: ${name}
  namespace: ${namespace}
  annotations:
    config.kubernetes.io/local-config: "true"
spec:
  profile: ${profile}
<#if hub??>
  hub: ${hub}
</#if>
  tag: ${tag}
<#if revision??>
  revision: ${revision}
</#if>
<#if trust??>
  meshConfig:
    trustDomain: ${trust.domain}
<#if trust.aliases?has_content>
    trustDomainAliases:
<#list trust.aliases as alias>
      - ${alias}
</#list>
</#if>
</#if>
  values:
    global:
      istioNamespace: ${namespace}
      meshID: ${meshId}
      multiCluster:
        clusterName: ${clusterName}
<#if network??>
      network: ${network}
</#if>
<#if clusterDomain??>
      proxy:
        clusterDomain: ${clusterDomain}
</#if>
<#if externalIstiod>
      externalIstiod: true
</#if>
<#if remote??>
      remotePilotAddress: ${remote.pilotAddress}
</#if>
<#if meshNetworks?has_content>
      meshNetworks:
<#list meshNetworks as meshNetwork>
        ${meshNetwork.name}:
          endpoints:
<#list meshNetwork.registries as registry>
            - fromRegistry: ${registry}
</#list>
          gateways:
<#list meshNetwork.gateways as gateway>
            - address: ${gateway.address}
              port: ${gateway.port}
</#list>
</#list>
</#if>
<#if customHost??>
    pilot:
      env:
        ISTIOD_CUSTOM_HOST: ${customHost}
</#if>
<#if remote??>
<#if remote.configMap>
    pilot:
      configMap: true
</#if>
    istiodRemote:
<#if remote.injectionPath??>
      injectionPath: ${remote.injectionPath}
</#if>
<#if remote.injectionUrl??>
      injectionURL: ${remote.injectionUrl}
</#if>
</#if>
