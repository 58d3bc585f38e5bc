package io.meshwright.model;

import io.meshwright.source.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds one cluster, merged over the defaults of all clusters. */
final class ClusterReader {
  private final Release release;
  private final DataPlane dataPlane;
  private final Optional<String> onlyNetwork;
  private final List<OverlayReference> forAll;
  private final List<OverlayReference> byDefault;

  /**
   * @param release the Istio of clusters that say nothing of theirs
   * @param dataPlane what carries the mesh's traffic
   * @param onlyNetwork the network of clusters that name none
   * @param forAll the overlays that come before each cluster's own
   * @param byDefault the overlays of clusters that name none
   */
  ClusterReader(
      Release release,
      DataPlane dataPlane,
      Optional<String> onlyNetwork,
      List<OverlayReference> forAll,
      List<OverlayReference> byDefault) {
    this.release = release;
    this.dataPlane = dataPlane;
    this.onlyNetwork = onlyNetwork;
    this.forAll = forAll;
    this.byDefault = byDefault;
  }

  /** Returns the cluster that {@code cluster} describes, declared at {@code at}. */
  Cluster read(Fields cluster, Pointer at) {
    String name = cluster.text("name", "");
    Release own = release(cluster.child("istio"), at);
    Role role = role(cluster.text("role", ""));
    return new Cluster(
        name,
        cluster.text("id", name),
        role,
        own,
        cluster.text("network").or(() -> role == Role.EXTERNAL ? Optional.empty() : onlyNetwork),
        cluster.texts("controlPlanes"),
        cluster.child("kubernetes").text("version"),
        cluster.child("kubernetes").texts("podCidrs"),
        apiServer(cluster.child("apiServer")),
        eastWest(
            cluster.child("eastWest"),
            at.child("eastWest"),
            GatewayDefaults.of(own.version(), dataPlane)),
        istiod(cluster.child("istiod")),
        external(cluster, at.child("external")),
        overlays(cluster, at),
        cluster.text("lifecycle", "").equals("draining") ? Lifecycle.DRAINING : Lifecycle.ACTIVE,
        cluster.child("gitops").text("destination", name),
        at);
  }

  private static Role role(String word) {
    return switch (word) {
      case "remote" -> Role.REMOTE;
      case "external" -> Role.EXTERNAL;
      default -> Role.PRIMARY;
    };
  }

  /** A cluster's own version, revision, tags and canary, each in place of the mesh's. */
  private Release release(Fields istio, Pointer at) {
    Release own = TopologyReader.release(istio, at.child("istio"));
    return istio.isEmpty()
        ? release
        : new Release(
            istio.has("version") ? own.version() : release.version(),
            istio.has("revision") ? own.revision() : release.revision(),
            istio.has("tags") ? own.tags() : release.tags(),
            istio.has("canary") ? own.canary() : release.canary(),
            said(istio, own.said()));
  }

  private Release.Said said(Fields istio, Release.Said own) {
    Release.Said mesh = release.said();
    return new Release.Said(
        istio.has("version") ? own.version() : mesh.version(),
        istio.has("revision") ? own.revision() : mesh.revision(),
        istio.has("tags") ? own.tags() : mesh.tags(),
        istio.has("canary") ? own.canary() : mesh.canary());
  }

  private static Optional<External> external(Fields cluster, Pointer at) {
    if (!cluster.has("external")) {
      return Optional.empty();
    }
    Fields external = cluster.child("external");
    return Optional.of(
        new External(
            external.text("configCluster", ""),
            external.text("host", ""),
            external.text("certificateSecret"),
            external.text("tls", "").equals("passthrough")
                ? External.Tls.PASSTHROUGH
                : External.Tls.TERMINATE,
            external.text("gatewayNamespace", TopologyReader.SYSTEM_NAMESPACE),
            at));
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

  private static EastWest eastWest(Fields gateway, Pointer at, GatewayDefaults defaults) {
    Map<String, String> selector = gateway.map("selector");
    Exposure exposure = exposure(gateway.text("exposure", ""));
    List<Address> addresses = gateway.addresses("addresses");
    return new EastWest(
        exposure,
        addresses,
        addressesFor(gateway, at),
        gateway.number("port").orElse(defaults.port()),
        gateway.number("nodePort"),
        discovery(gateway.text("discovery", ""), exposure, addresses, defaults),
        api(gateway.text("api", ""), defaults),
        service(gateway.child("service")),
        gateway.text("name", defaults.name()),
        selector.isEmpty() ? defaults.selector() : selector,
        at);
  }

  /** Nodes of a NodePort gateway seldom have the external addresses that istiod would look for. */
  private static Discovery discovery(
      String word, Exposure exposure, List<Address> addresses, GatewayDefaults defaults) {
    boolean byDefault =
        exposure == Exposure.HOST_PORT || (exposure == Exposure.NODE_PORT && !addresses.isEmpty());
    boolean listed = byDefault || !defaults.discovered();
    return word.equals("static") || (word.isEmpty() && listed) ? Discovery.STATIC : Discovery.LABEL;
  }

  private static List<AddressesFor> addressesFor(Fields gateway, Pointer at) {
    List<AddressesFor> addresses = new ArrayList<>();
    for (Fields network : gateway.children("addressesFor")) {
      addresses.add(
          new AddressesFor(
              network.text("network", ""),
              network.addresses("addresses"),
              at.child("addressesFor").child(addresses.size())));
    }
    return addresses;
  }

  private static GatewayApi api(String word, GatewayDefaults defaults) {
    return switch (word) {
      case "istio" -> GatewayApi.ISTIO;
      case "gateway" -> GatewayApi.KUBERNETES;
      default -> defaults.api();
    };
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
