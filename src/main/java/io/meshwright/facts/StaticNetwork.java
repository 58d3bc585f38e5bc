package io.meshwright.facts;

import io.meshwright.istio.IstioFeature;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A network whose gateways istiods do not discover, so that Istio's meshNetworks must list them.
 *
 * @param name the network's name
 * @param registries the names by which istiod knows all its clusters, in the order of the clusters'
 *     names
 * @param gateways its static gateways
 */
public record StaticNetwork(String name, List<String> registries, List<Gateway> gateways) {
  /**
   * One address of a gateway.
   *
   * @param address an IP address or a DNS name, or pending
   * @param port the port at that address
   * @param owner the gateway's cluster
   */
  public record Gateway(Address address, int port, Cluster owner) {}

  /** How an istiod before Istio 1.6 names its own cluster. */
  private static final String OWN_REGISTRY = "Kubernetes";

  public StaticNetwork {
    registries = List.copyOf(registries);
    gateways = List.copyOf(gateways);
  }

  /** Returns the networks of {@code mesh} that have a static gateway, sorted by name. */
  public static List<StaticNetwork> of(MeshFacts mesh) {
    Map<String, List<Gateway>> gateways = new TreeMap<>();
    for (ClusterFacts facts : mesh.clusters()) {
      if (facts.hasStaticGateway()) {
        gateways
            .computeIfAbsent(facts.cluster().network().orElse(""), name -> new ArrayList<>())
            .addAll(gateways(facts.cluster()));
      }
    }
    return gateways.entrySet().stream()
        .filter(network -> !network.getValue().isEmpty())
        .map(
            network ->
                new StaticNetwork(
                    network.getKey(), registries(mesh, network.getKey()), network.getValue()))
        .toList();
  }

  /** Returns the first gateway of {@code networks} whose address is pending. */
  public static Optional<Gateway> pending(List<StaticNetwork> networks) {
    return networks.stream()
        .flatMap(network -> network.gateways().stream())
        .filter(gateway -> gateway.address().isPending())
        .findFirst();
  }

  /** Returns the name that the istiods of {@code mesh} give to the registry of {@code cluster}. */
  public static String registry(MeshFacts mesh, Cluster cluster) {
    boolean named = !cluster.isPrimary() || mesh.has(IstioFeature.OWN_REGISTRY_NAMED);
    return named ? cluster.id() : OWN_REGISTRY;
  }

  private static List<Gateway> gateways(Cluster cluster) {
    EastWest eastWest = cluster.eastWest();
    int port =
        eastWest.exposure() == Exposure.NODE_PORT
            ? eastWest.nodePort().orElse(eastWest.port())
            : eastWest.port();
    return eastWest.addresses().stream()
        .map(address -> new Gateway(address, port, cluster))
        .toList();
  }

  private static List<String> registries(MeshFacts mesh, String network) {
    return mesh.clusters().stream()
        .map(ClusterFacts::cluster)
        .filter(cluster -> cluster.network().filter(network::equals).isPresent())
        .map(cluster -> registry(mesh, cluster))
        .toList();
  }
}
