<#-- @see io.meshwright.plan.documents.Kubeconfig -->
apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${certificateAuthority}
<#if proxyUrl??>
    proxy-url: ${proxyUrl}
</#if>
    server: ${server}
<#if tlsServerName??>
    tls-server-name: ${tlsServerName}
</#if>
  name: ${cluster}
contexts:
- context:
    cluster: ${cluster}
    user: ${cluster}
  name: ${cluster}
current-context: ${cluster}
kind: Config
users:
- name: ${cluster}
  user:
    token: ${token}
