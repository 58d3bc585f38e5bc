<#-- @see io.meshwright.plan.delivery.HelmRepository -->
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  interval: 1h
  url: ${url}
