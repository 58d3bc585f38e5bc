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
