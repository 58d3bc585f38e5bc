<#-- @see io.meshwright.plan.documents.IstiodRoute -->
apiVersion: ${apiVersion}
kind: VirtualService
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  hosts:
    - ${host}
  gateways:
    - ${gateway}
<#if discoveryHosts?has_content>
  tls:
    - match:
        - port: 15012
          sniHosts:
<#list discoveryHosts as sniHost>
            - ${sniHost}
</#list>
      route:
        - destination:
            host: ${service}
            port:
              number: 15012
    - match:
        - port: 15017
          sniHosts:
<#list webhookHosts as sniHost>
            - ${sniHost}
</#list>
      route:
        - destination:
            host: ${service}
            port:
              number: 443
<#else>
  http:
    - match:
        - port: 15012
      route:
        - destination:
            host: ${service}
            port:
              number: 15012
    - match:
        - port: 15017
      route:
        - destination:
            host: ${service}
            port:
              number: 443
</#if>
