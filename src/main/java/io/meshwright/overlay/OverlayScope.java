package io.meshwright.overlay;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.facts.StaticNetwork;
import io.meshwright.istio.IstioVersion;
import java.util.List;
import java.util.TreeSet;

/**
 * What an overlay must fit besides the operator that it is merged into.
 *
 * @param version the release of Istio that reads it
 * @param name the cluster's name
 * @param cluster the name by which Istio knows the cluster
 * @param registries the names that istiod gives to the registries of clusters, sorted
 */
public record OverlayScope(
    IstioVersion version, String name, String cluster, List<String> registries) {
  public OverlayScope {
    registries = List.copyOf(registries);
  }

  /** Returns the scope of the overlays of {@code cluster}. */
  public static OverlayScope of(MeshFacts mesh, ClusterFacts cluster) {
    TreeSet<String> registries = new TreeSet<>();
    for (ClusterFacts each : mesh.clusters()) {
      if (!cluster.runsIstiod() || cluster.isOrReads(each.cluster())) {
        registries.add(StaticNetwork.registry(mesh, each.cluster()));
      }
    }
    return new OverlayScope(
        cluster.version(),
        cluster.cluster().name(),
        cluster.cluster().id(),
        List.copyOf(registries));
  }
}
