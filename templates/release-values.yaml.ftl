<#-- @see io.meshwright.plan.documents.ReleaseValues -->
<@tree value=values indent=0/>
