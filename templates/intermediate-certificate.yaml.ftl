<#-- @see io.meshwright.plan.documents.IntermediateCertificate -->
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  secretName: ${name}
  isCA: true
  commonName: ${cluster}
  subject:
    organizations:
      - Istio
    organizationalUnits:
      - ${mesh}
  duration: 8760h
  renewBefore: 2160h
  privateKey:
    algorithm: RSA
    size: 4096
    rotationPolicy: Always
  usages:
    - "cert sign"
    - "crl sign"
  issuerRef:
    group: cert-manager.io
    kind: ${issuer.kind}
    name: ${issuer.name}
