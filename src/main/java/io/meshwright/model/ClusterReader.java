package io.meshwright.model;

import io.meshwright.source.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds one cluster, merged over the defaults of all clusters. */
final class ClusterReader {
  private final GatewayDefaults gatewayDefaults;
  private final Optional<String> onlyNetwork;
  private final List<OverlayReference> forAll;
  private final List<OverlayReference> byDefault;

  /**
   * @param gatewayDefaults what a gateway is where the topology says nothing
   * @param onlyNetwork the network of clusters that name none
   * @param forAll the overlays that come before each cluster's own
   * @param byDefault the overlays of clusters that name none
   */
  ClusterReader(
      GatewayDefaults gatewayDefaults,
      Optional<String> onlyNetwork,
      List<OverlayReference> forAll,
      List<OverlayReference> byDefault) {
    this.gatewayDefaults = gatewayDefaults;
    this.onlyNetwork = onlyNetwork;
    this.forAll = forAll;
    this.byDefault = byDefault;
  }

  /** Returns the cluster that {@code cluster} describes, declared at {@code at}. */
  Cluster read(Fields cluster, Pointer at) {
    String name = cluster.text("name", "");
    return new Cluster(
        name,
        cluster.text("id", name),
        cluster.text("role", "").equals("remote") ? Role.REMOTE : Role.PRIMARY,
        cluster.text("network").or(() -> onlyNetwork),
        cluster.texts("controlPlanes"),
        cluster.child("kubernetes").text("version"),
        cluster.child("kubernetes").texts("podCidrs"),
        apiServer(cluster.child("apiServer")),
        eastWest(cluster.child("eastWest"), at.child("eastWest")),
        istiod(cluster.child("istiod")),
        overlays(cluster, at),
        at);
  }

  private static ApiServer apiServer(Fields server) {
    return new ApiServer(
        server.text("url"),
        server.text("caFile"),
        server.text("caBundle"),
        server.text("tlsServerName"),
        server.text("proxyUrl"),
        server.has("reachableFrom")
            ? Optional.of(server.texts("reachableFrom"))
            : Optional.empty());
  }

  private EastWest eastWest(Fields gateway, Pointer at) {
    Map<String, String> selector = gateway.map("selector");
    Exposure exposure = exposure(gateway.text("exposure", ""));
    List<Address> addresses = gateway.addresses("addresses");
    return new EastWest(
        exposure,
        addresses,
        gateway.number("port").orElse(gatewayDefaults.port()),
        gateway.number("nodePort"),
        discovery(gateway.text("discovery", ""), exposure, addresses),
        service(gateway.child("service")),
        gateway.text("name", gatewayDefaults.name()),
        selector.isEmpty() ? gatewayDefaults.selector() : selector,
        at);
  }

  /** Nodes of a NodePort gateway seldom have the external addresses that istiod would look for. */
  private Discovery discovery(String word, Exposure exposure, List<Address> addresses) {
    boolean byDefault =
        exposure == Exposure.HOST_PORT || (exposure == Exposure.NODE_PORT && !addresses.isEmpty());
    boolean listed = byDefault || !gatewayDefaults.discovered();
    return word.equals("static") || (word.isEmpty() && listed) ? Discovery.STATIC : Discovery.LABEL;
  }

  private static Exposure exposure(String word) {
    for (Exposure exposure : Exposure.values()) {
      if (exposure.word().equals(word)) {
        return exposure;
      }
    }
    return Exposure.LOAD_BALANCER;
  }

  private static GatewayService service(Fields service) {
    return new GatewayService(
        service.map("annotations"),
        service.text("loadBalancerIP"),
        service.text("loadBalancerClass"),
        service.map("nodeSelector"));
  }

  private static Istiod istiod(Fields istiod) {
    return new Istiod(
        istiod.text("exposure", "").equals("service"),
        istiod.text("host"),
        istiod.addresses("addresses"));
  }

  private List<OverlayReference> overlays(Fields cluster, Pointer at) {
    List<OverlayReference> overlays = new ArrayList<>(forAll);
    overlays.addAll(
        cluster.hasOwn("overlays")
            ? TopologyReader.overlays(Fields.of(cluster.own()), at)
            : byDefault);
    return overlays;
  }
}
