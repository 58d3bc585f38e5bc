<#-- @see io.meshwright.plan.documents.KubeconfigSecret -->
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  refreshInterval: 1h
  secretStoreRef:
    kind: ${store.kind}
    name: ${store.name}
  target:
    name: ${name}
    creationPolicy: Owner
    deletionPolicy: Retain
    template:
      engineVersion: v2
      type: Opaque
<#if labels?has_content || annotations?has_content>
      metadata:
<#if labels?has_content>
        labels:
<#list labels as label, value>
          ${label}: ${value}
</#list>
</#if>
<#if annotations?has_content>
        annotations:
<#list annotations as annotation, value>
          ${annotation}: ${value}
</#list>
</#if>
</#if>
      data:
        ${key}: |
<@block document=kubeconfig indent=10/>
  data:
    - secretKey: token
      remoteRef:
        key: ${path}
        property: ${property}
