<#-- @see io.meshwright.plan.documents.ReaderTokenPublication -->
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  refreshInterval: 1h
  secretStoreRefs:
    - kind: ${store.kind}
      name: ${store.name}
  updatePolicy: Replace
  deletionPolicy: None
  selector:
    secret:
      name: ${tokenSecret}
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: ${path}
          property: ${property}
