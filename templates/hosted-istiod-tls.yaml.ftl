<#-- @see io.meshwright.plan.documents.HostedIstiodTls -->
apiVersion: ${apiVersion}
kind: DestinationRule
metadata:
  name: external-istiod-dr
  namespace: ${namespace}
spec:
  host: ${service}
  trafficPolicy:
    portLevelSettings:
      - port:
          number: 15012
        connectionPool:
          http:
            h2UpgradePolicy: UPGRADE
        tls:
          mode: SIMPLE
<#if root??>
          credentialName: ${root}
          subjectAltNames:
            - ${name}
<#else>
          insecureSkipVerify: true
</#if>
      - port:
          number: 443
        tls:
          mode: SIMPLE
<#if root??>
          credentialName: ${root}
          subjectAltNames:
            - ${name}
<#else>
          insecureSkipVerify: true
</#if>
