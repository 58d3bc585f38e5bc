<#-- @see io.meshwright.plan.documents.ExternalSecret -->
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
  data:
<#list values as value>
    - secretKey: ${value.key}
      remoteRef:
        key: ${path}
        property: ${value.property}
</#list>
