package io.meshwright.overlay;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.IstioVersion;
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
  /** In 1.5 the primary's own registry has this name, whatever the cluster's; istio/istio#22499. */
  private static final String OWN_REGISTRY = "Kubernetes";

  private static final int FIRST_NAMED_OWN_REGISTRY = 6;

  public OverlayScope {
    registries = List.copyOf(registries);
  }

  /** Returns the scope of the overlays of {@code cluster}. */
  public static OverlayScope of(MeshFacts mesh, ClusterFacts cluster) {
    IstioVersion version = mesh.topology().istio().version();
    TreeSet<String> registries = new TreeSet<>();
    mesh.topology().clusters().stream().map(Cluster::id).forEach(registries::add);
    if (!version.since(FIRST_NAMED_OWN_REGISTRY)) {
      registries.add(OWN_REGISTRY);
    }
    return new OverlayScope(
        version, cluster.cluster().name(), cluster.cluster().id(), List.copyOf(registries));
  }
}
