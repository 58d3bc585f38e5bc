<#-- @see io.meshwright.plan.delivery.OciRepository -->
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  interval: 1h
  url: ${url}
  ref:
    tag: ${tag}
  layerSelector:
    mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip"
    operation: copy
