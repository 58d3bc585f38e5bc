<#-- @see io.meshwright.plan.documents.SystemNamespace -->
apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
<#if network??>
  labels:
    topology.istio.io/network: ${network}
</#if>
<#if controlPlaneClusters?? || kept?has_content>
  annotations:
<#if controlPlaneClusters??>
    topology.istio.io/controlPlaneClusters: ${controlPlaneClusters}
</#if>
<#list kept as key, value>
    ${key}: ${value}
</#list>
</#if>
