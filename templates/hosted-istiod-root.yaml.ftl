<#-- @see io.meshwright.plan.documents.HostedIstiodRoot -->
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: external-istiod-root
  namespace: ${namespace}
spec:
  refreshInterval: 1h
  secretStoreRef:
    kind: ${store.kind}
    name: ${store.name}
  target:
    name: external-istiod-root
    creationPolicy: Owner
    deletionPolicy: Retain
  data:
    - secretKey: cacert
      remoteRef:
        key: ${path}
        property: root-cert.pem
