package io.meshwright.plan.documents;

import io.meshwright.plan.Document;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * What a Kubernetes Gateway cannot say of its Service; istiod merges it into the Service that it
 * makes (applyOverlay in pilot/pkg/config/kube/gateway/deploymentcontroller.go).
 *
 * @param name its name, which the Gateway refers to
 * @param namespace the system namespace
 * @param service what is merged into the Service
 */
public record GatewayOptions(String name, String namespace, ServiceOptions service)
    implements Manifest {
  static final String FILE = "eastwest-gateway-options.yaml";

  /**
   * A part of a Service.
   *
   * @param externalIps addresses that the cluster's nodes accept for it
   * @param loadBalancerClass the implementation of the load balancer
   * @param ports the ports whose node port somebody chose
   */
  public record ServiceOptions(
      List<String> externalIps, Optional<String> loadBalancerClass, List<NodePort> ports)
      implements Document {
    public ServiceOptions {
      externalIps = List.copyOf(externalIps);
      ports = List.copyOf(ports);
    }

    /** Returns whether it says anything. */
    boolean isNeeded() {
      return !externalIps.isEmpty() || loadBalancerClass.isPresent() || !ports.isEmpty();
    }

    @Override
    public String template() {
      return "gateway-service-options.yaml.ftl";
    }
  }

  /**
   * The node port of a Service's port.
   *
   * @param port the Service's port, by which Kubernetes finds what to merge
   * @param nodePort the port at every node
   */
  public record NodePort(int port, int nodePort) {}

  @Override
  public String template() {
    return "gateway-options.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public String fileName() {
    return FILE;
  }

  @Override
  public Identity identity() {
    return Identity.of("v1", "ConfigMap", namespace, name);
  }
}
