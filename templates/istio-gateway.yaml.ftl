<#-- @see io.meshwright.plan.documents.IstioGateway -->
apiVersion: ${apiVersion}
kind: Gateway
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector:
<#list selector as key, value>
    ${key}: ${value}
</#list>
  servers:
<#list servers as server>
    - port:
        number: ${server.port}
        name: ${server.name}
        protocol: ${server.protocol}
      tls:
        mode: ${server.mode}
<#if server.certificate??>
        credentialName: ${server.certificate}
</#if>
      hosts:
        - ${server.host}
</#list>
