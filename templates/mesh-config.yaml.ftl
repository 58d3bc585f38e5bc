<#-- @see io.meshwright.plan.documents.MeshConfigMap$Settings -->
<@tree value=config indent=0/>
