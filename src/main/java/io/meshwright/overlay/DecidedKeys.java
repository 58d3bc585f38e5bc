package io.meshwright.overlay;

import io.meshwright.source.Pointer;
import java.util.Map;
import java.util.Set;

/**
 * What the topology decides even where it leaves a key out, so that no overlay may set it.
 *
 * <p>The words say where the topology decides it.
 */
final class DecidedKeys {
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("/spec/profile", "the cluster's role"),
          Map.entry("/spec/revision", "spec.istio.revision"),
          Map.entry("/spec/hub", "spec.istio.hub"),
          Map.entry("/spec/tag", "spec.istio.version"),
          Map.entry("/spec/namespace", "spec.istio.namespace"),
          Map.entry("/spec/installPackagePath", "spec.istio.version"),
          Map.entry("/spec/components/base/enabled", "the cluster's role"),
          Map.entry("/spec/components/istiodRemote/enabled", "the cluster's role"),
          Map.entry("/spec/components/pilot/enabled", "the cluster's role"),
          Map.entry("/spec/components/ztunnel/enabled", "spec.mesh.dataPlane"),
          Map.entry("/spec/components/pilot/hub", "spec.istio.hub"),
          Map.entry("/spec/components/pilot/namespace", "spec.istio.namespace"),
          Map.entry("/spec/components/pilot/tag", "spec.istio.version"),
          Map.entry("/spec/meshConfig/defaultConfig/meshId", "spec.mesh.id"),
          Map.entry("/spec/meshConfig/trustDomain", "spec.mesh.trustDomain"),
          Map.entry("/spec/meshConfig/trustDomainAliases", "spec.mesh.trustDomainAliases"),
          Map.entry("/spec/components/pilot/k8s/service/ports", "istiod.exposure"),
          Map.entry(
              "/spec/meshConfig/defaultConfig/discoveryAddress", "the control plane's address"),
          Map.entry(
              "/spec/meshConfig/defaultConfig/proxyMetadata/ISTIO_META_CLUSTER_ID",
              "the cluster's name"),
          Map.entry(
              "/spec/meshConfig/defaultConfig/proxyMetadata/ISTIO_META_NETWORK",
              "the cluster's network"),
          Map.entry("/spec/values/global/istiod/enabled", "the cluster's role"),
          Map.entry(
              "/spec/values/meshConfig/defaultConfig/discoveryAddress",
              "the control plane's address"),
          Map.entry("/spec/values/pilot/enabled", "the cluster's role"),
          Map.entry("/spec/values/profile", "the cluster's role"),
          Map.entry("/spec/values/revision", "spec.istio.revision"),
          Map.entry("/spec/values/revisionTags", "spec.istio.tags"),
          Map.entry(
              "/spec/values/gateways/istio-ingressgateway/env/ISTIO_META_NETWORK",
              "the cluster's network"),
          Map.entry("/spec/values/global/centralIstiod", "the remotes that the cluster serves"),
          Map.entry("/spec/values/global/hub", "spec.istio.hub"),
          Map.entry("/spec/values/global/tag", "spec.istio.version"),
          Map.entry("/spec/values/global/meshExpansion/enabled", "the cluster's istiod.exposure"),
          Map.entry("/spec/values/global/trustDomain", "spec.mesh.trustDomain"),
          Map.entry("/spec/values/global/trustDomainAliases", "spec.mesh.trustDomainAliases"),
          Map.entry("/spec/values/global/istioNamespace", "spec.istio.namespace"),
          Map.entry("/spec/values/global/meshID", "spec.mesh.id"),
          Map.entry("/spec/values/global/multiCluster/clusterName", "the cluster's name"),
          Map.entry("/spec/values/global/network", "the cluster's network"),
          Map.entry("/spec/values/global/meshNetworks", "spec.networks and the gateways"),
          Map.entry("/spec/values/global/externalIstiod", "the remotes that the cluster serves"),
          Map.entry("/spec/values/global/remotePilotAddress", "the control plane's address"),
          Map.entry("/spec/values/global/configCluster", "the cluster's role"),
          Map.entry("/spec/values/global/enableReaderRBAC", "who watches the cluster"),
          Map.entry("/spec/values/global/omitSidecarInjectorConfigMap", "the cluster's role"),
          Map.entry("/spec/values/global/readerServiceAccount", "who watches the cluster"),
          Map.entry("/spec/values/global/resourceScope", "the cluster's role"),
          Map.entry("/spec/values/global/proxy/clusterDomain", "spec.mesh.clusterDomain"),
          Map.entry("/spec/values/meshConfig/defaultConfig/meshId", "spec.mesh.id"),
          Map.entry("/spec/values/meshConfig/trustDomain", "spec.mesh.trustDomain"),
          Map.entry("/spec/values/meshConfig/trustDomainAliases", "spec.mesh.trustDomainAliases"),
          Map.entry("/spec/values/pilot/configMap", "the cluster's role"),
          Map.entry("/spec/values/pilot/hub", "spec.istio.hub"),
          Map.entry("/spec/values/pilot/tag", "spec.istio.version"),
          Map.entry("/spec/values/pilot/env/AMBIENT_ENABLE_MULTI_NETWORK", "spec.mesh.dataPlane"),
          Map.entry("/spec/values/pilot/env/CLUSTER_ID", "the cluster's name"),
          Map.entry("/spec/values/pilot/env/EXTERNAL_ISTIOD", "the remotes that it serves"),
          Map.entry("/spec/values/pilot/env/ISTIOD_CUSTOM_HOST", "the cluster's istiod.host"),
          Map.entry("/spec/values/pilot/env/PILOT_ENABLE_AMBIENT", "spec.mesh.dataPlane"),
          Map.entry("/spec/values/ztunnel/multiCluster/clusterName", "the cluster's name"),
          Map.entry("/spec/values/ztunnel/network", "the cluster's network"),
          Map.entry("/spec/values/istiodRemote/enabled", "the cluster's role"),
          Map.entry("/spec/values/istiodRemote/enabledLocalInjectorIstiod", "the cluster's role"),
          Map.entry("/spec/values/istiodRemote/injectionPath", "the control plane's address"),
          Map.entry("/spec/values/istiodRemote/injectionURL", "the control plane's address"));

  /** Other ways to set what the operator has at another place. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("/spec/components/pilot/hub", "/spec/hub"),
          Map.entry("/spec/components/pilot/tag", "/spec/tag"),
          Map.entry("/spec/meshConfig/defaultConfig/meshId", "/spec/values/global/meshID"),
          Map.entry(
              "/spec/values/gateways/istio-ingressgateway/env/ISTIO_META_NETWORK",
              "/spec/values/global/network"),
          Map.entry("/spec/values/global/hub", "/spec/hub"),
          Map.entry("/spec/values/global/tag", "/spec/tag"),
          Map.entry("/spec/values/meshConfig/defaultConfig/meshId", "/spec/values/global/meshID"),
          Map.entry("/spec/values/meshConfig/trustDomain", "/spec/meshConfig/trustDomain"),
          Map.entry(
              "/spec/values/meshConfig/trustDomainAliases", "/spec/meshConfig/trustDomainAliases"),
          Map.entry(
              "/spec/values/pilot/env/CLUSTER_ID", "/spec/values/global/multiCluster/clusterName"),
          Map.entry("/spec/values/pilot/hub", "/spec/hub"),
          Map.entry("/spec/values/pilot/tag", "/spec/tag"),
          Map.entry("/spec/values/profile", "/spec/profile"),
          Map.entry("/spec/values/revision", "/spec/revision"));

  /**
   * What the chart of the ingress gateway reads, where that gateway is the one between networks.
   */
  private static final Set<String> INGRESS_GATEWAY =
      Set.of(
          "customService",
          "enabled",
          "externalIPs",
          "labels",
          "loadBalancerIP",
          "meshExpansionPorts",
          "name",
          "namespace",
          "ports",
          "type");

  private static final String INGRESS_VALUES = "/spec/values/gateways/istio-ingressgateway";
  private static final String CLUSTER_NAME = "/spec/values/global/multiCluster/clusterName";
  private static final String VALUES = "/spec/values";
  private static final String UNVALIDATED = "/spec/unvalidatedValues";

  private DecidedKeys() {}

  /** Returns what in the topology decides the key at {@code pointer}; empty when it is free. */
  static String decidedBy(Pointer pointer) {
    return KEYS.getOrDefault(asValue(pointer.value()), "");
  }

  /** Returns whether {@code pointer} is about the gateway that an operator has among its own. */
  static boolean isAboutIngressGateway(Pointer pointer) {
    Pointer value = new Pointer(asValue(pointer.value()));
    return value.parent().value().equals(INGRESS_VALUES) && INGRESS_GATEWAY.contains(value.last());
  }

  /** Returns whether an overlay names the cluster at {@code pointer}. */
  static boolean isClusterName(Pointer pointer) {
    return canonical(pointer).value().equals(CLUSTER_NAME);
  }

  /** Returns where the operator has an environment variable of istiod. */
  static Pointer variable(String name) {
    return new Pointer(VALUES + "/pilot/env").child(name);
  }

  /** Returns where the operator has what an overlay sets at {@code pointer}. */
  static Pointer canonical(Pointer pointer) {
    String value = asValue(pointer.value());
    return new Pointer(ALIASES.getOrDefault(value, value));
  }

  /** istioctl merges both into the values of its charts, and the unvalidated ones win. */
  private static String asValue(String pointer) {
    return pointer.startsWith(UNVALIDATED + "/")
        ? VALUES + pointer.substring(UNVALIDATED.length())
        : pointer;
  }
}
