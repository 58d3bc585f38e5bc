package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.EastWest;
import io.meshwright.model.GatewayApi;
import io.meshwright.model.Mesh;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lets traffic of other networks pass the east-west gateways to every service. A primary's programs
 * the gateways of its remotes too, so remotes have none of their own
 * (samples/multicluster/expose-services.yaml).
 *
 * @param apiVersion the version of the API that the mesh's Istio serves
 * @param namespace the system namespace
 * @param selector the labels of the gateways' pods
 * @param servers a server for each port in use
 * @param host the services it lets through: all of the cluster domain
 */
public record CrossNetworkGateway(
    String apiVersion,
    String namespace,
    Map<String, String> selector,
    List<Server> servers,
    String host)
    implements Manifest {
  private static final String NAME = "cross-network-gateway";

  /**
   * A port that the gateways listen on.
   *
   * @param port the Service's port
   * @param name the port's name, unique in the Gateway
   */
  public record Server(int port, String name) {}

  public CrossNetworkGateway {
    servers = List.copyOf(servers);
  }

  @Override
  public String template() {
    return "cross-network-gateway.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public String fileName() {
    return NAME + ".yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of(apiVersion, "Gateway", namespace, NAME);
  }

  /**
   * Where a control plane's configuration stands there is one, in a mesh of several networks,
   * unless the Kubernetes Gateway API makes all gateways that it programs: those say themselves
   * what they let pass.
   */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      if (!cluster.holdsConfiguration() || !cluster.multiNetwork()) {
        return;
      }
      List<Server> servers =
          Stream.concat(Stream.of(cluster.cluster()), programmed(mesh, cluster))
              .map(Cluster::eastWest)
              .filter(gateway -> gateway.api() == GatewayApi.ISTIO)
              .map(EastWest::port)
              .distinct()
              .sorted()
              .map(port -> new Server(port, port == EastWestGateway.PORT ? "tls" : "tls-" + port))
              .toList();
      if (servers.isEmpty()) {
        return;
      }
      plan.add(
          new CrossNetworkGateway(
              NetworkingApi.of(cluster),
              mesh.topology().istio().namespace(),
              cluster.cluster().eastWest().selector(),
              servers,
              host(mesh.topology().mesh())));
    }

    /** Returns the remotes of the control planes that read their configuration in the cluster. */
    private static Stream<Cluster> programmed(MeshFacts mesh, ClusterFacts cluster) {
      Stream<Cluster> hosted =
          cluster.configures().stream()
              .flatMap(host -> mesh.cluster(host.name()).stream())
              .flatMap(host -> host.remotes().stream());
      return Stream.concat(cluster.remotes().stream(), hosted);
    }
  }

  /** Returns which services other networks reach: all of the cluster domain. */
  static String host(Mesh mesh) {
    return mesh.clusterDomain().equals(Mesh.DEFAULT_DOMAIN)
        ? "*.local"
        : "*." + mesh.clusterDomain();
  }
}
