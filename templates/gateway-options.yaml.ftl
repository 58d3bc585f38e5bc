<#-- @see io.meshwright.plan.documents.GatewayOptions -->
spec:
<#if externalIps?has_content>
  externalIPs:
<#list externalIps as externalIp>
    - ${externalIp}
</#list>
</#if>
<#if loadBalancerClass??>
  loadBalancerClass: ${loadBalancerClass}
</#if>
<#if ports?has_content>
  ports:
<#list ports as port>
    - port: ${port.port}
      nodePort: ${port.nodePort}
</#list>
</#if>
