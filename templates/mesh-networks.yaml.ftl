<#-- @see io.meshwright.plan.documents.MeshConfigMap$Networks -->
<#if networks?has_content>
networks:
<#list networks as network>
  ${network.name}:
    endpoints:
<#list network.registries as registry>
      - fromRegistry: ${registry}
</#list>
    gateways:
<#list network.gateways as gateway>
      - address: ${gateway.address}
        port: ${gateway.port}
</#list>
</#list>
<#else>
networks: {}
</#if>
