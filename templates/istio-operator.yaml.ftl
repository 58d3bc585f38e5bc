<#-- @see io.meshwright.plan.documents.IstioOperator -->
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: ${name}
  namespace: ${namespace}
<#if localFile>
  annotations:
    config.kubernetes.io/local-config: "true"
</#if>
spec:
  profile: ${profile}
<#if hub??>
  hub: ${hub}
</#if>
  tag: ${tag}
<#if revision??>
  revision: ${revision}
</#if>
<#if trust?? || hosting??>
  meshConfig:
<#if trust??>
    trustDomain: ${trust.domain}
<#if trust.aliases?has_content>
    trustDomainAliases:
<#list trust.aliases as alias>
      - ${alias}
</#list>
</#if>
</#if>
<#if hosting??>
    defaultConfig:
      discoveryAddress: ${hosting.address}
<#if hosting.publicRoots??>
      proxyMetadata:
        CA_ROOT_CA: ${hosting.publicRoots}
        XDS_ROOT_CA: ${hosting.publicRoots}
</#if>
</#if>
</#if>
<#if ingressGateway?? || istiodService?? || hosting??>
  components:
<#if ingressGateway??>
    ingressGateways:
      - name: ${ingressGateway.name}
<#if ingressGateway.service??>
        enabled: true
<#if ingressGateway.labels?has_content>
        label:
<#list ingressGateway.labels as key, value>
          ${key}: ${value}
</#list>
</#if>
        k8s:
<#if ingressGateway.service.annotations?has_content>
          serviceAnnotations:
<#list ingressGateway.service.annotations as key, value>
            ${key}: ${value}
</#list>
</#if>
          service:
            type: ${ingressGateway.service.type}
<#if ingressGateway.service.externalIps?has_content>
            externalIPs:
<#list ingressGateway.service.externalIps as externalIp>
              - ${externalIp}
</#list>
</#if>
<#if ingressGateway.service.loadBalancerIp??>
            loadBalancerIP: ${ingressGateway.service.loadBalancerIp}
</#if>
            ports:
<#list ingressGateway.service.ports as port>
              - name: ${port.name}
                port: ${port.port}
                targetPort: ${port.targetPort}
<#if port.nodePort??>
                nodePort: ${port.nodePort}
</#if>
</#list>
<#else>
        enabled: false
</#if>
</#if>
<#if hosting?? || istiodService??>
    pilot:
<#if hosting??>
      enabled: true
</#if>
<#if istiodService??>
      k8s:
        service:
          type: ${istiodService.type}
<#if istiodService.externalIps?has_content>
          externalIPs:
<#list istiodService.externalIps as externalIp>
            - ${externalIp}
</#list>
</#if>
<#if istiodService.ports?has_content>
          ports:
<#list istiodService.ports as port>
            - name: ${port.name}
              port: ${port.port}
              targetPort: ${port.targetPort}
</#list>
</#if>
</#if>
</#if>
</#if>
  values:
<#if revisionTags?has_content>
    revisionTags:
<#list revisionTags as revisionTag>
      - ${revisionTag}
</#list>
</#if>
<#if (remote.source)??>
    defaultRevision: ${remote.source.revision}
    base:
      validationURL: ${remote.source.validationUrl}
</#if>
    global:
      istioNamespace: ${namespace}
      meshID: ${meshId}
      multiCluster:
        clusterName: ${clusterName}
<#if network??>
      network: ${network}
</#if>
<#if clusterDomain??>
      proxy:
        clusterDomain: ${clusterDomain}
</#if>
<#if trustDomain??>
      trustDomain: ${trustDomain}
</#if>
<#if meshExpansion>
      meshExpansion:
        enabled: true
</#if>
<#if externalIstiod>
      externalIstiod: true
</#if>
<#if hosting??>
      caAddress: ${hosting.address}
      configValidation: false
      operatorManageWebhooks: true
</#if>
<#if (remote.source)??>
      configCluster: true
</#if>
<#if (remote.pilotAddress)??>
      remotePilotAddress: ${remote.pilotAddress}
</#if>
<#if meshNetworks?has_content>
      meshNetworks:
<#list meshNetworks as meshNetwork>
        ${meshNetwork.name}:
<#if meshNetwork.registries?has_content || meshNetwork.cidrs?has_content>
          endpoints:
<#list meshNetwork.registries as registry>
            - fromRegistry: ${registry}
</#list>
<#list meshNetwork.cidrs as cidr>
            - fromCidr: ${cidr}
</#list>
</#if>
<#if meshNetwork.gateways?has_content>
          gateways:
<#list meshNetwork.gateways as gateway>
            - address: ${gateway.address}
              port: ${gateway.port}
</#list>
</#if>
</#list>
</#if>
<#if variables?has_content || configMap??>
    pilot:
<#if configMap??>
      configMap: ${configMap}
</#if>
<#if variables?has_content>
      env:
<#list variables as variable, value>
        ${variable}: ${value}
</#list>
</#if>
</#if>
<#if ztunnelVariables?has_content>
    ztunnel:
      env:
<#list ztunnelVariables as variable, value>
        ${variable}: ${value}
</#list>
</#if>
<#if (remote.injectionPath)?? || (remote.injectionUrl)??>
    istiodRemote:
<#if remote.injectionPath??>
      injectionPath: ${remote.injectionPath}
</#if>
<#if remote.injectionUrl??>
      injectionURL: ${remote.injectionUrl}
</#if>
</#if>
<#if hosting??>
  unvalidatedValues:
    pilot:
      volumes:
        - name: config-volume
          configMap:
            name: ${hosting.meshConfigMap}
        - name: inject-volume
          configMap:
            name: ${hosting.injectorConfigMap}
      volumeMounts:
        - name: config-volume
          mountPath: /etc/istio/config
        - name: inject-volume
          mountPath: /var/lib/istio/inject
</#if>
