<#-- @see io.meshwright.plan.documents.KubernetesGateway -->
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: ${name}
  namespace: ${namespace}
<#if labels?has_content>
  labels:
<#list labels as key, value>
    ${key}: ${value}
</#list>
</#if>
<#if annotations?has_content>
  annotations:
<#list annotations as key, value>
    ${key}: ${value}
</#list>
</#if>
spec:
  gatewayClassName: ${className}
<#if options??>
  infrastructure:
    parametersRef:
      group: ""
      kind: ConfigMap
      name: ${options}
</#if>
<#if addresses?has_content>
  addresses:
<#list addresses as address>
    - type: ${address.type}
      value: ${address.value}
</#list>
</#if>
  listeners:
<#list listeners as listener>
    - name: ${listener.name}
      port: ${listener.port}
      protocol: ${listener.protocol}
<#if listener.hostname??>
      hostname: ${listener.hostname}
</#if>
      tls:
        mode: ${listener.mode}
<#if listener.options?has_content>
        options:
<#list listener.options as key, value>
          ${key}: ${value}
</#list>
</#if>
</#list>
