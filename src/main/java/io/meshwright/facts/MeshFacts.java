package io.meshwright.facts;

import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import io.meshwright.model.Cluster;
import io.meshwright.model.LocalFiles;
import io.meshwright.model.Network;
import io.meshwright.model.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What follows from a topology. It can be derived from every topology that fits the schema, also
 * from one that a rule refuses: what does not resolve is left out.
 *
 * @param topology the topology
 * @param files the files that it names
 * @param clusters facts of each cluster, sorted by the cluster's name
 * @param multiNetwork whether the mesh has more than one network with endpoints
 */
public record MeshFacts(
    Topology topology, LocalFiles files, List<ClusterFacts> clusters, boolean multiNetwork) {
  public MeshFacts {
    clusters = List.copyOf(clusters);
  }

  /** Derives the facts. */
  public static MeshFacts of(Topology topology, LocalFiles files) {
    List<Cluster> sorted =
        topology.clusters().stream().sorted(Comparator.comparing(Cluster::name)).toList();
    Map<String, Cluster> byName = new LinkedHashMap<>();
    sorted.forEach(cluster -> byName.putIfAbsent(cluster.name(), cluster));
    Map<String, List<Cluster>> remotesOf = new LinkedHashMap<>();
    for (Cluster cluster : sorted) {
      for (String controlPlane : Set.copyOf(controlPlanes(cluster))) {
        remotesOf.computeIfAbsent(controlPlane, name -> new ArrayList<>()).add(cluster);
      }
    }
    Set<String> networks = new HashSet<>();
    sorted.forEach(cluster -> cluster.network().ifPresent(networks::add));
    topology.networks().stream()
        .filter(Network::hasOwnEndpoints)
        .forEach(network -> networks.add(network.name()));
    List<Cluster> primaries = sorted.stream().filter(Cluster::isPrimary).toList();
    boolean multiNetwork = networks.size() > 1;
    List<ClusterFacts> facts = new ArrayList<>();
    for (Cluster cluster : sorted) {
      List<Cluster> controlPlanes =
          controlPlanes(cluster).stream()
              .map(byName::get)
              .filter(found -> found != null && found.isPrimary())
              .toList();
      facts.add(
          new ClusterFacts(
              cluster,
              controlPlanes,
              cluster.isPrimary() ? remotesOf.getOrDefault(cluster.name(), List.of()) : List.of(),
              cluster.isPrimary()
                  ? others(sorted, cluster, watched -> reads(cluster, watched))
                  : List.of(),
              others(primaries, cluster, primary -> reads(primary, cluster)),
              multiNetwork,
              cluster.isPrimary() || IstioFeature.LOCAL_ISTIOD.in(cluster.release().version())));
    }
    return new MeshFacts(topology, files, facts, multiNetwork);
  }

  /** Returns whether the mesh's version of Istio has {@code feature}. */
  public boolean has(IstioFeature feature) {
    return feature.in(topology.istio().version());
  }

  /** Returns the facts of the cluster of that name. */
  public Optional<ClusterFacts> cluster(String name) {
    return clusters.stream().filter(facts -> facts.cluster().name().equals(name)).findFirst();
  }

  /** Returns the clusters whose role is to run an istiod, sorted by name. */
  public List<ClusterFacts> primaries() {
    return clusters.stream().filter(ClusterFacts::runsIstiod).toList();
  }

  /** Returns how many clusters have an istiod, and with it a signing certificate. */
  public int istiods() {
    return (int) clusters.stream().filter(ClusterFacts::installsIstiod).count();
  }

  /** Returns the versions of all istiods, those of the clusters that are first by name first. */
  public Set<IstioVersion> istiodVersions() {
    Set<IstioVersion> versions = new LinkedHashSet<>();
    clusters.stream()
        .filter(ClusterFacts::installsIstiod)
        .forEach(facts -> versions.add(facts.version()));
    return versions;
  }

  private static List<String> controlPlanes(Cluster cluster) {
    return cluster.isPrimary() ? List.of() : cluster.controlPlanes();
  }

  private static boolean reads(Cluster primary, Cluster watched) {
    return watched.apiServer().isReachableFrom(primary.name());
  }

  private static List<Cluster> others(
      List<Cluster> clusters, Cluster than, Predicate<Cluster> which) {
    return clusters.stream()
        .filter(cluster -> !cluster.name().equals(than.name()) && which.test(cluster))
        .toList();
  }
}
