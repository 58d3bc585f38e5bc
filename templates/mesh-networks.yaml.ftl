<#-- @see io.meshwright.plan.documents.MeshConfigMap$Networks -->
<#if networks?has_content>
networks:
<#list networks as network>
  ${network.name}:
<#if network.registries?has_content || network.cidrs?has_content>
    endpoints:
<#list network.registries as registry>
      - fromRegistry: ${registry}
</#list>
<#list network.cidrs as cidr>
      - fromCidr: ${cidr}
</#list>
</#if>
<#if network.gateways?has_content>
    gateways:
<#list network.gateways as gateway>
      - address: ${gateway.address}
        port: ${gateway.port}
</#list>
</#if>
</#list>
<#else>
networks: {}
</#if>
