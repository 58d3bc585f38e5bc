package io.meshwright.facts;

import io.meshwright.istio.IstioFeature;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.model.Network;
import io.meshwright.source.Pointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network of which an istiod does not discover all, so that Istio's meshNetworks must list it.
 *
 * @param name the network's name
 * @param registries the names by which that istiod knows the network's clusters, in the order of
 *     the clusters' names
 * @param cidrs the address ranges of endpoints that belong to no cluster
 * @param gateways its static gateways
 */
public record StaticNetwork(
    String name, List<String> registries, List<String> cidrs, List<Gateway> gateways) {
  /**
   * One address of a gateway.
   *
   * @param address an IP address or a DNS name, or pending
   * @param port the port at that address
   * @param owner what the gateway is of: {@code eu1}, or {@code the network plant}
   * @param at where the topology has the address
   */
  public record Gateway(Address address, int port, String owner, Pointer at) {}

  /** How an istiod before Istio 1.6 names its own cluster. */
  private static final String OWN_REGISTRY = "Kubernetes";

  public StaticNetwork {
    registries = List.copyOf(registries);
    cidrs = List.copyOf(cidrs);
    gateways = List.copyOf(gateways);
  }

  /** Returns the networks that the istiod of {@code viewer} must be told, sorted by name. */
  public static List<StaticNetwork> of(MeshFacts mesh, ClusterFacts viewer) {
    Map<String, List<ClusterFacts>> inside = new HashMap<>();
    for (ClusterFacts facts : mesh.clusters()) {
      String network = facts.cluster().network().orElse("");
      inside.computeIfAbsent(network, name -> new ArrayList<>()).add(facts);
    }
    List<StaticNetwork> networks = new ArrayList<>();
    for (Network network : mesh.topology().networks()) {
      List<Gateway> gateways = new ArrayList<>();
      List<String> registries = new ArrayList<>();
      for (ClusterFacts facts : inside.getOrDefault(network.name(), List.of())) {
        if (viewer.lists(facts)) {
          gateways.addAll(gateways(facts.cluster(), viewer));
        }
        if (viewer.isOrReads(facts.cluster())) {
          registries.add(registry(mesh, facts.cluster()));
        }
      }
      network
          .gateways()
          .forEach(
              gateway ->
                  gateways.add(
                      new Gateway(
                          gateway.address(),
                          gateway.port(),
                          "the network " + network.name(),
                          gateway.at().child("address"))));
      if (!gateways.isEmpty() || !network.cidrs().isEmpty()) {
        networks.add(new StaticNetwork(network.name(), registries, network.cidrs(), gateways));
      }
    }
    networks.sort(Comparator.comparing(StaticNetwork::name));
    return networks;
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

  private static List<Gateway> gateways(Cluster cluster, ClusterFacts viewer) {
    EastWest eastWest = cluster.eastWest();
    int port =
        eastWest.exposure() == Exposure.NODE_PORT
            ? eastWest.nodePort().orElse(eastWest.port())
            : eastWest.port();
    return eastWest.addressesSeenFrom(viewer.cluster().network()).stream()
        .map(placed -> new Gateway(placed.address(), port, cluster.name(), placed.at()))
        .toList();
  }
}
