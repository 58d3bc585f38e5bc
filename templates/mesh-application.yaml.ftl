<#-- @see io.meshwright.plan.delivery.MeshApplication -->
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: ${namespace}
  annotations:
    argocd.argoproj.io/compare-options: "ServerSideDiff=true"
spec:
  project: ${project}
  source:
    repoURL: ${source.repository}
    targetRevision: ${source.revision}
    path: ${source.path}
    directory:
      recurse: true
      include: ${include}
      exclude: ${exclude}
  destination:
    server: https://kubernetes.default.svc
    namespace: ${namespace}
  syncPolicy:
    automated:
      prune: true
      selfHeal: true
    syncOptions:
      - "ServerSideApply=true"
    retry:
      limit: -1
      refresh: true
      backoff:
        duration: 10s
        factor: 2
        maxDuration: 3m
