package io.meshwright.conformance;

import io.meshwright.istio.IstioFeature;
import io.meshwright.model.Cluster;
import io.meshwright.model.Topology;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The meshes of several clusters that Istio's guides distinguish, and their mixtures. */
enum MeshModel {
  MULTI_PRIMARY("Multi-Primary", true, false, false),
  MULTI_PRIMARY_NETWORKS("Multi-Primary, different networks", true, false, true),
  PRIMARY_REMOTE("Primary-Remote", false, true, false),
  PRIMARY_REMOTE_NETWORKS("Primary-Remote, different networks", false, true, true),
  MIXED("several primaries and remotes", true, true, false),
  MIXED_NETWORKS("several primaries and remotes, different networks", true, true, true),
  AMBIENT("Ambient Multi-Primary, different networks", true, false, true),
  HOSTED("External Control Plane", false, true, false),
  HOSTED_NETWORKS("External Control Plane, different networks", false, true, true);

  private static final String DATA_PLANE = "dataPlane: ambient";
  private static final String HOST = "role: external";
  private static final String API = "api: gateway";

  private final String title;
  private final boolean primaries;
  private final boolean remotes;
  private final boolean networks;

  MeshModel(String title, boolean primaries, boolean remotes, boolean networks) {
    this.title = title;
    this.primaries = primaries;
    this.remotes = remotes;
    this.networks = networks;
  }

  String title() {
    return title;
  }

  /** Returns the one that a mesh is of; a mesh of one cluster is of none. */
  static Optional<MeshModel> of(Topology topology) {
    long primaries = topology.clusters().stream().filter(Cluster::isPrimary).count();
    if (topology.mesh().isAmbient()) {
      return primaries > 1 && topology.networks().size() > 1
          ? Optional.of(AMBIENT)
          : Optional.empty();
    }
    List<Cluster> members = topology.clusters().stream().filter(c -> !c.isHost()).toList();
    boolean networks = members.stream().map(Cluster::network).distinct().count() > 1;
    if (members.size() < topology.clusters().size()) {
      return primaries > 0 ? Optional.empty() : Optional.of(networks ? HOSTED_NETWORKS : HOSTED);
    }
    boolean remotes = topology.clusters().stream().anyMatch(Predicate.not(Cluster::isPrimary));
    for (MeshModel model : values()) {
      if (model.primaries == primaries > 1
          && model.remotes == remotes
          && model.networks == networks) {
        return Optional.of(model);
      }
    }
    return Optional.empty();
  }

  /** Returns those that a minor of Istio has; it may refuse some of them for other reasons. */
  static List<MeshModel> of(int minor) {
    return Stream.of(values())
        .filter(model -> model != AMBIENT || !isTooNew(DATA_PLANE, minor))
        .filter(model -> !model.isHosted() || !isTooNew(HOST, minor))
        .toList();
  }

  /** Returns whether a topology is of a mesh that a minor of Istio does not have. */
  static boolean isTooNew(String topology, int minor) {
    return (topology.contains(DATA_PLANE)
            && minor < IstioFeature.AMBIENT_OF_SEVERAL_CLUSTERS.since())
        || (topology.contains(API) && minor < IstioFeature.KUBERNETES_GATEWAY.since())
        || (topology.contains(HOST) && minor < IstioFeature.HOSTED_CONTROL_PLANE.since());
  }

  private boolean isHosted() {
    return this == HOSTED || this == HOSTED_NETWORKS;
  }

  /**
   * Returns a mesh of it, for a version of Istio, that says no more than it must; beside it lies
   * {@code ca.pem}.
   */
  String topology(String version) {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: meshwright.io/v1
            kind: MeshTopology
            metadata:
              name: small
            spec:
              istio:
                version: "%s"
              secrets:
                store:
                  name: vault
              networks:
                - name: net1
            """
                .formatted(version));
    text.append(networks ? "    - name: net2\n" : "");
    text.append(this == AMBIENT ? "  mesh:\n    " + DATA_PLANE + "\n" : "");
    if (isHosted()) {
      return text.append(hosted(networks ? 2 : 1)).toString();
    }
    text.append("  clusters:\n").append(cluster(1, 1));
    int number = 2;
    if (primaries) {
      text.append(cluster(number++, networks ? 2 : 1));
    }
    if (remotes) {
      text.append(cluster(number, networks ? 2 : 1))
          .append("      role: remote\n      controlPlanes: [c1]\n");
    }
    return text.toString();
  }

  private static String hosted(int network) {
    String served = "      role: remote\n      controlPlanes: [host]\n";
    String host =
        """
          clusters:
            - name: host
              role: external
              external:
                configCluster: c1
                host: istiod.example.com
                certificateSecret: istiod-tls
                gatewayNamespace: istio-gateway
        """;
    return host + cluster(1, 1) + served + cluster(2, network) + served;
  }

  private static String cluster(int number, int network) {
    return """
            - name: c%1$d
              network: net%2$d
              apiServer:
                url: https://c%1$d.k8s.example.com:6443
                caFile: ca.pem
              eastWest:
                addresses: [192.0.2.%1$d]
        """
        .formatted(number, network);
  }
}
