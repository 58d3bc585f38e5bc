<#-- @see io.meshwright.plan.documents.SigningCertificate -->
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: cacerts
  namespace: ${namespace}
spec:
  refreshInterval: 1h
  secretStoreRef:
    kind: ${store.kind}
    name: ${store.name}
  target:
    name: cacerts
    creationPolicy: Owner
    deletionPolicy: Retain
  data:
    - secretKey: ca-cert.pem
      remoteRef:
        key: ${path}
        property: ca-cert.pem
    - secretKey: ca-key.pem
      remoteRef:
        key: ${path}
        property: ca-key.pem
    - secretKey: cert-chain.pem
      remoteRef:
        key: ${path}
        property: cert-chain.pem
    - secretKey: root-cert.pem
      remoteRef:
        key: ${path}
        property: root-cert.pem
