<#-- @see io.meshwright.plan.delivery.HelmRelease -->
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  interval: 1h
  timeout: 5m
  releaseName: ${release}
  targetNamespace: ${target}
  storageNamespace: ${target}
  kubeConfig:
    secretRef:
      name: ${kubeconfig}
<#if chart??>
  chart:
    spec:
      chart: ${chart.name}
      version: ${chart.version}
      interval: 1h
      sourceRef:
        kind: HelmRepository
        name: ${chart.repository}
</#if>
<#if artifact??>
  chartRef:
    kind: OCIRepository
    name: ${artifact}
</#if>
  install:
<#if definitions>
    crds: CreateReplace
</#if>
    strategy:
      name: RetryOnFailure
      retryInterval: 1m
  upgrade:
<#if definitions>
    crds: CreateReplace
</#if>
    strategy:
      name: RetryOnFailure
      retryInterval: 1m
  valuesFrom:
    - kind: ConfigMap
      name: ${values}
