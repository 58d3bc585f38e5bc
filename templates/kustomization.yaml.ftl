<#-- @see io.meshwright.plan.documents.Kustomization -->
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
<#list resources as resource>
  - ${resource}
</#list>
