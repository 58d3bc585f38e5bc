<#-- @see io.meshwright.plan.documents.CrossNetworkGateway -->
apiVersion: ${apiVersion}
kind: Gateway
metadata:
  name: cross-network-gateway
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
        protocol: TLS
      tls:
        mode: AUTO_PASSTHROUGH
      hosts:
        - ${host}
</#list>
