<#-- @see io.meshwright.plan.documents.SharedMeshConfig -->
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: ${namespace}
data:
<#if mesh??>
  mesh: |
<@block document=mesh indent=4/>
</#if>
<#if networks??>
  meshNetworks: |
<@block document=networks indent=4/>
</#if>
