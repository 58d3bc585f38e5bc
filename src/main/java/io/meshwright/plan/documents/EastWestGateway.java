package io.meshwright.plan.documents;

import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.plan.Identity;
import io.meshwright.plan.InstallerFile;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The east-west gateway as an IstioOperator of its own: installed together with istiod's, its
 * {@code profile: empty} would win and no istiod be installed. Its form is that of
 * samples/multicluster/gen-eastwest-gateway.sh.
 *
 * @param operatorName the name of the IstioOperator
 * @param namespace the system namespace
 * @param localFile whether it is a file for istioctl, rather than an object of the cluster
 * @param revision istiod's revision
 * @param canary whether that istiod is a second one, beside whose gateway another one is
 * @param proxy what its pods are told, where istiod does not inject them
 * @param name the gateway's name
 * @param labels the labels of its Service and pods
 * @param network the network of the cluster
 * @param variables its pods' environment variables
 * @param service its Service
 */
public record EastWestGateway(
    String operatorName,
    String namespace,
    boolean localFile,
    Optional<String> revision,
    boolean canary,
    Optional<Proxy> proxy,
    String name,
    Map<String, String> labels,
    Optional<String> network,
    List<Variable> variables,
    Service service)
    implements Manifest {
  /** The port that istiod expects a labelled gateway to have unless a label says otherwise. */
  public static final int PORT = 15443;

  /**
   * What the pods of a gateway are told that istiod does not inject.
   *
   * @param hub the image registry
   * @param tag the image tag, which is the release
   * @param trustDomain the trust domain, where it is not Istio's default
   * @param meshId Istio's meshID
   * @param clusterName the name by which Istio knows the cluster
   * @param clusterDomain the DNS suffix of Services, where it is not Kubernetes' default
   */
  public record Proxy(
      Optional<String> hub,
      String tag,
      Optional<String> trustDomain,
      String meshId,
      String clusterName,
      Optional<String> clusterDomain) {}

  /**
   * An environment variable.
   *
   * @param name its name
   * @param value its value
   */
  public record Variable(String name, String value) {}

  /**
   * The gateway's Service.
   *
   * @param type LoadBalancer, NodePort or ClusterIP
   * @param annotations sorted by key
   * @param externalIps addresses that the cluster's nodes accept for it
   * @param loadBalancerIp the address to ask the load balancer for
   * @param loadBalancerClass the implementation of the load balancer
   * @param ports the ports
   */
  public record Service(
      String type,
      Map<String, String> annotations,
      List<String> externalIps,
      Optional<String> loadBalancerIp,
      Optional<String> loadBalancerClass,
      List<Port> ports) {
    /** Returns the Service of a gateway that is exposed as {@code eastWest} says. */
    static Service of(EastWest eastWest, Map<String, String> annotations, List<Port> ports) {
      String type =
          switch (eastWest.exposure()) {
            case NODE_PORT -> "NodePort";
            case EXTERNAL_IP -> "ClusterIP";
            default -> "LoadBalancer";
          };
      return new Service(
          type,
          annotations,
          eastWest.exposure() == Exposure.EXTERNAL_IP
              ? eastWest.everyAddress().stream()
                  .map(placed -> placed.address().text())
                  .distinct()
                  .toList()
              : List.of(),
          eastWest.askedIp(),
          eastWest.askedClass(),
          ports);
    }
  }

  /**
   * One port of the gateway's Service.
   *
   * @param name unique in the Service
   * @param port the Service's port
   * @param targetPort the pod's port
   * @param nodePort the node's port; absent to let Kubernetes choose
   */
  public record Port(String name, int port, int targetPort, OptionalInt nodePort) {
    static Port of(String name, int port) {
      return new Port(name, port, port, OptionalInt.empty());
    }

    /** Returns a port that has the node's port of {@code eastWest} where traffic comes in by it. */
    static Port of(EastWest eastWest, String name, int port, int targetPort) {
      boolean byNode = port == eastWest.port() && eastWest.exposure() == Exposure.NODE_PORT;
      return new Port(name, port, targetPort, byNode ? eastWest.nodePort() : OptionalInt.empty());
    }
  }

  @Override
  public String template() {
    return "eastwest-gateway.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.CONTROL_PLANE;
  }

  @Override
  public String fileName() {
    return InstallerFile.gateway(canary ? revision : Optional.empty());
  }

  @Override
  public Identity identity() {
    return Identity.of("install.istio.io/v1alpha1", "IstioOperator", namespace, operatorName);
  }
}
