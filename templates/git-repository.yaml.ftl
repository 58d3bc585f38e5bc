<#-- @see io.meshwright.plan.delivery.GitRepository -->
apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  interval: 1m
  url: ${url}
<#if branch??>
  ref:
    branch: ${branch}
</#if>
<#if reference??>
  ref:
    name: ${reference}
</#if>
<#if secret??>
  secretRef:
    name: ${secret}
</#if>
