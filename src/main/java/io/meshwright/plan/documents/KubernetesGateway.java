package io.meshwright.plan.documents;

import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Gateway of the Kubernetes Gateway API: istiod makes Deployment and Service of it, and copies
 * its labels and annotations to them (pilot/pkg/config/kube/gateway/deploymentcontroller.go). One
 * of the class {@code istio-remote} makes nothing; it says where a gateway is that another cluster
 * has.
 *
 * @param name its name
 * @param namespace the system namespace
 * @param labels sorted by key
 * @param annotations sorted by key
 * @param className by which controller it is made
 * @param options the ConfigMap with what the Gateway API has no words for
 * @param addresses where it is to be, or is
 * @param listeners the ports
 */
public record KubernetesGateway(
    String name,
    String namespace,
    Map<String, String> labels,
    Map<String, String> annotations,
    String className,
    Optional<String> options,
    List<GatewayAddress> addresses,
    List<Listener> listeners)
    implements Manifest {
  static final String FILE = "eastwest-gateway.yaml";
  static final String REMOTE = "istio-remote";

  public KubernetesGateway {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
    addresses = List.copyOf(addresses);
    listeners = List.copyOf(listeners);
  }

  /**
   * An address.
   *
   * @param type IPAddress or Hostname; istiod passes over an address without a type
   * @param value the address
   */
  public record GatewayAddress(String type, String value) {}

  /**
   * A port that the gateway listens on.
   *
   * @param name unique in the Gateway; the name of the Service's port
   * @param port the port of the Service and of its pods
   * @param protocol TLS, or Istio's HBONE
   * @param hostname which server names it takes; all where absent
   * @param mode what it does with TLS: Passthrough or Terminate
   * @param options Istio's own options of TLS, sorted by key
   */
  public record Listener(
      String name,
      int port,
      String protocol,
      Optional<String> hostname,
      String mode,
      Map<String, String> options) {
    public Listener {
      options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /**
     * Returns the one that takes sidecars' traffic of the mesh from other networks, and passes it
     * on by server name: istiod takes it for that by the option, whatever the port.
     */
    static Listener crossNetwork(int port, String hostname) {
      return new Listener(
          "cross-network",
          port,
          "TLS",
          Optional.of(hostname),
          "Passthrough",
          Map.of("gateway.istio.io/listener-protocol", "auto-passthrough"));
    }

    /** Returns one that passes TLS on to where a route leads. */
    static Listener passthrough(String name, int port) {
      return new Listener(name, port, "TLS", Optional.empty(), "Passthrough", Map.of());
    }

    /** Returns the one that takes ambient traffic of the mesh from other networks. */
    static Listener hbone(int port) {
      return new Listener(
          "mesh",
          port,
          "HBONE",
          Optional.empty(),
          "Terminate",
          Map.of("gateway.istio.io/tls-terminate-mode", "ISTIO_MUTUAL"));
    }
  }

  @Override
  public String template() {
    return "kubernetes-gateway.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public String fileName() {
    return className.equals(REMOTE) ? name + ".yaml" : FILE;
  }

  @Override
  public Identity identity() {
    return Identity.of("gateway.networking.k8s.io/v1", "Gateway", namespace, name);
  }
}
