<#-- @see io.meshwright.plan.documents.GatewayOptions -->
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: ${namespace}
data:
  service: |
<@block document=service indent=4/>
