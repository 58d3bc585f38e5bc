<#-- @see io.meshwright.plan.documents.TlsRoute -->
apiVersion: ${apiVersion}
kind: TLSRoute
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  parentRefs:
    - kind: Gateway
      name: ${gateway}
      sectionName: ${listener}
  hostnames:
<#list hostnames as hostname>
    - ${hostname}
</#list>
  rules:
    - backendRefs:
        - name: ${service}
          port: ${port}
