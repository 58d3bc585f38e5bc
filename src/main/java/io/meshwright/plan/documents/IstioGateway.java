package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Gateway of Istio's own API: what the pods of a gateway listen for.
 *
 * @param apiVersion the version of the API that the cluster's Istio serves
 * @param fileName the file's name
 * @param name its name
 * @param namespace the system namespace
 * @param selector the labels of those pods, sorted by key
 * @param servers the ports
 */
public record IstioGateway(
    String apiVersion,
    String fileName,
    String name,
    String namespace,
    Map<String, String> selector,
    List<Server> servers)
    implements Manifest {
  /**
   * A port on which the pods listen for TLS.
   *
   * @param port the Service's port
   * @param name the port's name, unique in the Gateway
   * @param protocol TLS, or HTTPS where it is ended
   * @param mode what is done with TLS: PASSTHROUGH, AUTO_PASSTHROUGH or SIMPLE
   * @param certificate the Secret with the server certificate, where TLS is ended
   * @param host the names that callers ask for
   */
  public record Server(
      int port,
      String name,
      String protocol,
      String mode,
      Optional<String> certificate,
      String host) {
    /** Returns one that leaves TLS to what a route leads to. */
    static Server passthrough(int port, String name, String host) {
      return new Server(port, name, "TLS", "PASSTHROUGH", Optional.empty(), host);
    }

    /** Returns one that leads on by the server name alone, to any service of the mesh. */
    static Server autoPassthrough(int port, String name, String host) {
      return new Server(port, name, "TLS", "AUTO_PASSTHROUGH", Optional.empty(), host);
    }

    /** Returns one that ends TLS by a certificate of its own. */
    static Server terminate(int port, String name, String host, String certificate) {
      return new Server(port, name, "HTTPS", "SIMPLE", Optional.of(certificate), host);
    }
  }

  public IstioGateway {
    selector = Collections.unmodifiableMap(new TreeMap<>(selector));
    servers = List.copyOf(servers);
  }

  /** Returns the one of that name for the pods of a cluster's own east-west gateway. */
  static IstioGateway eastWest(
      MeshFacts mesh, ClusterFacts cluster, String name, List<Server> servers) {
    return new IstioGateway(
        NetworkingApi.of(cluster),
        name + ".yaml",
        name,
        mesh.topology().istio().namespace(),
        cluster.cluster().eastWest().selector(),
        servers);
  }

  @Override
  public String template() {
    return "istio-gateway.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public Identity identity() {
    return Identity.of(apiVersion, "Gateway", namespace, name);
  }
}
