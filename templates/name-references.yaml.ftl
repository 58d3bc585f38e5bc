<#-- @see io.meshwright.plan.delivery.NameReferences -->
nameReference:
  - kind: ConfigMap
    version: v1
    fieldSpecs:
      - kind: HelmRelease
        path: spec/valuesFrom/name
