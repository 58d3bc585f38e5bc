<#-- @see io.meshwright.plan.documents.GatewayNamespace -->
apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
<#if kept?has_content>
  annotations:
<#list kept as key, value>
    ${key}: ${value}
</#list>
</#if>
