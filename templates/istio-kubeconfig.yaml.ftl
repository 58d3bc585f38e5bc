<#-- @see io.meshwright.plan.documents.ConfigAccess -->
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: istio-kubeconfig
  namespace: ${namespace}
spec:
  refreshInterval: 1h
  secretStoreRef:
    kind: ${store.kind}
    name: ${store.name}
  target:
    name: istio-kubeconfig
    creationPolicy: Owner
    deletionPolicy: Retain
    template:
      engineVersion: v2
      type: Opaque
      data:
        config: |
<@block document=kubeconfig indent=10/>
  data:
    - secretKey: token
      remoteRef:
        key: ${path}
        property: ${property}
