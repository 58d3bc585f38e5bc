<#-- @see io.meshwright.plan.documents.ConfigMap -->
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: ${namespace}
data:
<#list data as key, document>
  ${key}: |
<@block document=document indent=4/>
</#list>
