<#-- @see io.meshwright.plan.documents.IstiodRoute -->
apiVersion: ${apiVersion}
kind: VirtualService
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  hosts:
    - "*"
  gateways:
    - ${gateway}
  tls:
    - match:
        - port: 15012
          sniHosts:
<#list discoveryHosts as host>
            - ${host}
</#list>
      route:
        - destination:
            host: ${service}
            port:
              number: 15012
    - match:
        - port: 15017
          sniHosts:
<#list webhookHosts as host>
            - ${host}
</#list>
      route:
        - destination:
            host: ${service}
            port:
              number: 443
