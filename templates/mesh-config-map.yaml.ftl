<#-- @see io.meshwright.plan.documents.MeshConfigMap -->
apiVersion: v1
kind: ConfigMap
metadata:
  name: istio
  namespace: ${namespace}
data:
  mesh: |
<@block document=mesh indent=4/>
  meshNetworks: |
<@block document=networks indent=4/>
