package io.meshwright.facts;

import io.meshwright.istio.IstioFeature;
import io.meshwright.model.Cluster;
import io.meshwright.model.Network;
import io.meshwright.model.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Derives the facts of every cluster; a name that does not resolve is left out. */
final class Derivation {
  private final List<Cluster> sorted;
  private final List<Cluster> controlPlanes;
  private final Map<String, Cluster> byName = new LinkedHashMap<>();
  private final Map<String, List<Cluster>> remotes = new LinkedHashMap<>();
  private final boolean multiNetwork;

  Derivation(Topology topology) {
    sorted = topology.clusters().stream().sorted(Comparator.comparing(Cluster::name)).toList();
    controlPlanes = sorted.stream().filter(cluster -> !cluster.isRemote()).toList();
    sorted.forEach(cluster -> byName.putIfAbsent(cluster.name(), cluster));
    for (Cluster cluster : sorted) {
      for (String controlPlane : Set.copyOf(namesOf(cluster))) {
        remotes.computeIfAbsent(controlPlane, name -> new ArrayList<>()).add(cluster);
      }
    }
    multiNetwork = networks(topology).size() > 1;
  }

  boolean isMultiNetwork() {
    return multiNetwork;
  }

  List<ClusterFacts> clusters() {
    return sorted.stream().map(this::facts).toList();
  }

  private ClusterFacts facts(Cluster cluster) {
    boolean remote = cluster.isRemote();
    return new ClusterFacts(
        cluster,
        resolved(namesOf(cluster)).stream().filter(found -> !found.isRemote()).toList(),
        remote ? List.of() : remotes.getOrDefault(cluster.name(), List.of()),
        remote
            ? List.of()
            : others(
                sorted, cluster, watched -> reads(cluster, watched) && !hasLeft(cluster, watched)),
        others(controlPlanes, cluster, reader -> reads(reader, cluster)),
        configSource(cluster),
        others(controlPlanes, cluster, host -> host.isHost() && isSource(cluster, host)),
        multiNetwork,
        !remote || IstioFeature.LOCAL_ISTIOD.in(cluster.release().version()));
  }

  private Optional<Cluster> configSource(Cluster cluster) {
    return switch (cluster.role()) {
      case PRIMARY -> Optional.of(cluster);
      case REMOTE -> Optional.empty();
      case EXTERNAL ->
          cluster
              .external()
              .flatMap(external -> Optional.ofNullable(byName.get(external.configCluster())));
    };
  }

  private boolean isSource(Cluster cluster, Cluster host) {
    return configSource(host).filter(cluster::equals).isPresent();
  }

  private List<Cluster> resolved(List<String> names) {
    return names.stream().flatMap(name -> Optional.ofNullable(byName.get(name)).stream()).toList();
  }

  private static Set<String> networks(Topology topology) {
    Set<String> networks = new HashSet<>();
    topology.clusters().stream()
        .filter(cluster -> !cluster.isHost())
        .forEach(cluster -> cluster.network().ifPresent(networks::add));
    topology.networks().stream()
        .filter(Network::hasOwnEndpoints)
        .forEach(network -> networks.add(network.name()));
    return networks;
  }

  private static List<String> namesOf(Cluster cluster) {
    return cluster.isRemote() ? cluster.controlPlanes() : List.of();
  }

  /**
   * Returns whether {@code watched} has left the mesh for {@code reader}. The others leave a
   * draining cluster first; a remote's own istiods go on to read it, since they let its proxies in
   * by asking its API server about their tokens.
   */
  static boolean hasLeft(Cluster reader, Cluster watched) {
    return watched.isDraining() && !namesOf(watched).contains(reader.name());
  }

  /** A host is no part of the mesh, so nobody reads it. */
  private static boolean reads(Cluster reader, Cluster watched) {
    return !watched.isHost() && watched.apiServer().isReachableFrom(reader.name());
  }

  private static List<Cluster> others(
      List<Cluster> clusters, Cluster than, Predicate<Cluster> which) {
    return clusters.stream()
        .filter(cluster -> !cluster.name().equals(than.name()) && which.test(cluster))
        .toList();
  }
}
