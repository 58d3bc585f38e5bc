package io.meshwright.facts;

import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import io.meshwright.model.LocalFiles;
import io.meshwright.model.Topology;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    Derivation derivation = new Derivation(topology);
    return new MeshFacts(topology, files, derivation.clusters(), derivation.isMultiNetwork());
  }

  /** Returns whether the mesh's version of Istio has {@code feature}. */
  public boolean has(IstioFeature feature) {
    return feature.in(topology.istio().version());
  }

  /** Returns the facts of the cluster of that name. */
  public Optional<ClusterFacts> cluster(String name) {
    return clusters.stream().filter(facts -> facts.cluster().name().equals(name)).findFirst();
  }

  /** Returns the clusters with an istiod that configures proxies of the mesh, sorted by name. */
  public List<ClusterFacts> controlPlanes() {
    return clusters.stream().filter(ClusterFacts::runsIstiod).toList();
  }

  /** Returns the clusters that host a control plane for others, sorted by name. */
  public List<ClusterFacts> hosts() {
    return clusters.stream().filter(ClusterFacts::isHost).toList();
  }

  /**
   * Returns whether there are Gateways of the Kubernetes Gateway API in a cluster: one that its
   * istiod makes, or those that tell the istiod of an ambient mesh of gateways elsewhere.
   */
  public boolean hasKubernetesGateways(ClusterFacts facts) {
    boolean told =
        topology.mesh().isAmbient()
            && facts.runsIstiod()
            && StaticNetwork.of(this, facts).stream()
                .anyMatch(network -> !network.gateways().isEmpty());
    return told || facts.makesKubernetesGateway();
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
        .flatMap(facts -> facts.revisions().stream())
        .forEach(facts -> versions.add(facts.version()));
    return versions;
  }
}
