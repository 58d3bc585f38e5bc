<#-- @see io.meshwright.plan.documents.RemoteSecret -->
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
      metadata:
        labels:
          istio/multiCluster: "true"
        annotations:
          networking.istio.io/cluster: ${cluster}
      data:
        ${cluster}: |
<@block document=kubeconfig indent=10/>
  data:
    - secretKey: token
      remoteRef:
        key: ${path}
        property: token
