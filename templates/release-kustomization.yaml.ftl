<#-- @see io.meshwright.plan.delivery.ReleaseKustomization -->
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
<#list resources as resource>
  - ${resource}
</#list>
configMapGenerator:
  - name: ${configMap}
    namespace: ${namespace}
    files:
      - ${values}
    options:
      annotations:
        kustomize.toolkit.fluxcd.io/substitute: disabled
configurations:
  - ${references}
