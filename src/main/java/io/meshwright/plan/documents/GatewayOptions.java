package io.meshwright.plan.documents;

import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.plan.Document;
import java.util.List;
import java.util.Optional;

/**
 * What a Kubernetes Gateway cannot say of its Service: a part of a Service, which istiod merges
 * into the one that it makes (applyOverlay in
 * pilot/pkg/config/kube/gateway/deploymentcontroller.go).
 *
 * @param externalIps addresses that the cluster's nodes accept for it
 * @param loadBalancerClass the implementation of the load balancer
 * @param ports the ports whose node port somebody chose
 */
public record GatewayOptions(
    List<String> externalIps, Optional<String> loadBalancerClass, List<NodePort> ports)
    implements Document {
  /**
   * The node port of a Service's port.
   *
   * @param port the Service's port, by which Kubernetes finds what to merge
   * @param nodePort the port at every node
   */
  public record NodePort(int port, int nodePort) {}

  public GatewayOptions {
    externalIps = List.copyOf(externalIps);
    ports = List.copyOf(ports);
  }

  /** Returns those of {@code gateway}; empty where a Gateway says all. */
  static Optional<GatewayOptions> of(EastWest gateway) {
    GatewayOptions options =
        new GatewayOptions(
            gateway.exposure() == Exposure.EXTERNAL_IP ? addresses(gateway) : List.of(),
            gateway.askedClass(),
            gateway.nodePort().stream()
                .mapToObj(node -> new NodePort(gateway.port(), node))
                .toList());
    return options.isEmpty() ? Optional.empty() : Optional.of(options);
  }

  private static List<String> addresses(EastWest gateway) {
    return gateway.everyAddress().stream()
        .map(placed -> placed.address().text())
        .distinct()
        .toList();
  }

  private boolean isEmpty() {
    return externalIps.isEmpty() && loadBalancerClass.isEmpty() && ports.isEmpty();
  }

  @Override
  public String template() {
    return "gateway-options.yaml.ftl";
  }
}
