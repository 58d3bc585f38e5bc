package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.model.GatewayApi;
import io.meshwright.model.Mesh;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.documents.IstioGateway.Server;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets traffic of other networks pass the east-west gateways to every service: where a control
 * plane's configuration stands, in a mesh of several networks, unless the Kubernetes Gateway API
 * makes all gateways that it programs, which say themselves what they let pass. A primary's
 * programs the gateways of its remotes too, so remotes have none of their own
 * (samples/multicluster/expose-services.yaml).
 */
final class CrossNetworkGateway implements DocumentKind {
  private static final String NAME = "cross-network-gateway";

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (!cluster.holdsConfiguration() || !cluster.multiNetwork()) {
      return;
    }
    String host = host(mesh.topology().mesh());
    List<Server> servers =
        Stream.concat(Stream.of(cluster.cluster()), programmed(mesh, cluster))
            .map(Cluster::eastWest)
            .filter(gateway -> gateway.exposure() != Exposure.NONE)
            .filter(gateway -> gateway.api() == GatewayApi.ISTIO)
            .map(EastWest::port)
            .distinct()
            .sorted()
            .map(port -> Server.autoPassthrough(port, name(port), host))
            .toList();
    if (!servers.isEmpty()) {
      plan.add(IstioGateway.eastWest(mesh, cluster, NAME, servers));
    }
  }

  private static String name(int port) {
    return port == EastWestGateway.PORT ? "tls" : "tls-" + port;
  }

  /** Returns the remotes of the control planes that read their configuration in the cluster. */
  private static Stream<Cluster> programmed(MeshFacts mesh, ClusterFacts cluster) {
    Stream<Cluster> hosted =
        cluster.configures().stream()
            .flatMap(host -> mesh.cluster(host.name()).stream())
            .flatMap(host -> host.remotes().stream());
    return Stream.concat(cluster.remotes().stream(), hosted);
  }

  /** Returns which services other networks reach: all of the cluster domain. */
  static String host(Mesh mesh) {
    return mesh.clusterDomain().equals(Mesh.DEFAULT_DOMAIN)
        ? "*.local"
        : "*." + mesh.clusterDomain();
  }
}
