<#-- @see io.meshwright.plan.delivery.Application -->
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: ${namespace}
  annotations:
    argocd.argoproj.io/compare-options: "ServerSideDiff=true"
    argocd.argoproj.io/sync-wave: ${wave}
<#if goes>
  finalizers:
    - resources-finalizer.argocd.argoproj.io/background
</#if>
spec:
  project: ${project}
<#if chart??>
  sources:
    - repoURL: ${chart.repository}
      chart: ${chart.name}
      targetRevision: ${chart.version}
      helm:
        releaseName: ${chart.release}
        valueFiles:
          - ${chart.values}
    - repoURL: ${source.repository}
      targetRevision: ${source.revision}
      ref: values
<#else>
  source:
    repoURL: ${source.repository}
    targetRevision: ${source.revision}
    path: ${source.path}
</#if>
  destination:
    name: ${destination}
    namespace: ${target}
<#if webhooks>
  ignoreDifferences:
    - group: admissionregistration.k8s.io
      kind: MutatingWebhookConfiguration
      jqPathExpressions:
        - ".webhooks[]?.clientConfig.caBundle"
    - group: admissionregistration.k8s.io
      kind: ValidatingWebhookConfiguration
      jqPathExpressions:
        - ".webhooks[]?.clientConfig.caBundle"
        - ".webhooks[]?.failurePolicy"
</#if>
  syncPolicy:
    automated:
<#if prunes>
      prune: true
</#if>
      selfHeal: true
    syncOptions:
<#list options as option>
      - ${option}
</#list>
    retry:
      limit: -1
      refresh: true
      backoff:
        duration: 10s
        factor: 2
        maxDuration: 3m
