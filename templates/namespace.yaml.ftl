<#-- @see io.meshwright.plan.documents.SystemNamespace -->
apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
<#if network??>
  labels:
    topology.istio.io/network: ${network}
</#if>
<#if controlPlaneClusters??>
  annotations:
    topology.istio.io/controlPlaneClusters: ${controlPlaneClusters}
</#if>
