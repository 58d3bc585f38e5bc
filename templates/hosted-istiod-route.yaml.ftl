<#-- @see io.meshwright.plan.documents.HostedIstiodRoute -->
apiVersion: ${apiVersion}
kind: VirtualService
metadata:
  name: external-istiod-vs
  namespace: ${namespace}
spec:
  hosts:
    - ${host}
  gateways:
    - external-istiod-gw
<#if passedThrough>
  tls:
    - match:
        - port: 15012
          sniHosts:
            - ${host}
      route:
        - destination:
            host: ${service}
            port:
              number: 15012
    - match:
        - port: 15017
          sniHosts:
            - ${host}
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
