<#-- @see io.meshwright.overlay.MergedOperator -->
<@tree value=document indent=0/>
