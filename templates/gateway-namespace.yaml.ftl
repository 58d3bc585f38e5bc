<#-- @see io.meshwright.plan.documents.GatewayNamespace -->
apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
