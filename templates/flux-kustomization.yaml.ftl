<#-- @see io.meshwright.plan.delivery.FluxKustomization -->
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  interval: 1h
  retryInterval: 1m
  timeout: 10m
  sourceRef:
    kind: GitRepository
    name: ${source}
  path: ${path}
<#if prunes>
  prune: true
<#else>
  prune: false
</#if>
  deletionPolicy: ${deletionPolicy}
<#if waits>
  wait: true
</#if>
<#if kubeconfig??>
  kubeConfig:
    secretRef:
      name: ${kubeconfig}
</#if>
<#if after?has_content>
  dependsOn:
<#list after as before>
    - name: ${before}
</#list>
</#if>
<#if annotations?has_content>
  commonMetadata:
    annotations:
<#list annotations as annotation>
      ${annotation.key}: ${annotation.value}
</#list>
</#if>
<#if health?has_content>
  healthCheckExprs:
<#list health as check>
    - apiVersion: ${check.apiVersion}
      kind: ${check.kind}
      current: ${check.current}
</#list>
</#if>
<#if kept?has_content>
  ignore:
<#list kept as field>
    - paths:
        - ${field.path}
      target:
        kind: ${field.kind}
</#list>
</#if>
