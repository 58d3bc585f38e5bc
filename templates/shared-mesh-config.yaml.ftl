<#-- @see io.meshwright.plan.documents.SharedMeshConfig -->
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: ${namespace}
data:
  mesh: |
<@block document=mesh indent=4/>
