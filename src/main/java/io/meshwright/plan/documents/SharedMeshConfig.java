package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.facts.StaticNetwork;
import io.meshwright.istio.IstioFeature;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.Document;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Layer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may change between installations, in a ConfigMap of our own: istiod reads it beside the one
 * of its chart, and takes a change over without an installer ({@code SHARED_MESH_CONFIG} in
 * pilot/pkg/bootstrap/mesh.go). There is one where an istiod has something to read in it: in its
 * own cluster, or in the one that it takes its configuration from.
 */
final class SharedMeshConfig implements DocumentKind {
  /** The ConfigMap's name, which istiod is told. */
  static final String NAME = "shared-mesh-config";

  private static final String FILE = NAME + ".yaml";

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (!cluster.isHost()
        && cluster.revisions().stream().anyMatch(istiod -> isRead(mesh, istiod))) {
      planFor(mesh, cluster, plan);
      return;
    }
    cluster.configures().stream()
        .flatMap(host -> mesh.cluster(host.name()).stream())
        .filter(host -> isRead(mesh, host))
        .findFirst()
        .ifPresent(host -> planFor(mesh, host, plan));
  }

  private static void planFor(MeshFacts mesh, ClusterFacts reader, ClusterPlan.Builder plan) {
    List<StaticNetwork> networks = networks(mesh, reader);
    Optional<StaticNetwork.Gateway> pending = StaticNetwork.pending(networks);
    if (pending.isPresent()) {
      plan.waitFor(
          Layer.BOOTSTRAP,
          FILE,
          "the address of the east-west gateway of " + pending.get().owner(),
          pending.get().at());
      return;
    }
    Map<String, Document> data = new TreeMap<>();
    Map<String, Object> settings = sorted(mesh.topology().mesh().config());
    if (!settings.isEmpty()) {
      data.put(MeshConfigMap.MESH, new MeshConfigMap.Settings(settings));
    }
    if (!networks.isEmpty()) {
      data.put(MeshConfigMap.NETWORKS, MeshConfigMap.Networks.of(networks));
    }
    plan.add(new ConfigMap(Layer.BOOTSTRAP, FILE, mesh.topology().istio().namespace(), NAME, data));
  }

  /** The order in which somebody writes settings means nothing. */
  private static Map<String, Object> sorted(Map<?, ?> settings) {
    Map<String, Object> sorted = new TreeMap<>();
    settings.forEach(
        (name, value) ->
            sorted.put(
                String.valueOf(name),
                value instanceof Map<?, ?> mapping ? sorted(mapping) : value));
    return sorted;
  }

  /** Returns whether the istiod of {@code cluster} reads it. */
  static boolean isRead(MeshFacts mesh, ClusterFacts cluster) {
    return cluster.installsIstiod()
        && cluster.has(IstioFeature.SHARED_MESH_CONFIG)
        && (!mesh.topology().mesh().config().isEmpty() || !networks(mesh, cluster).isEmpty());
  }

  private static List<StaticNetwork> networks(MeshFacts mesh, ClusterFacts cluster) {
    boolean read =
        cluster.runsIstiod()
            && cluster.has(IstioFeature.SHARED_MESH_NETWORKS)
            && !mesh.topology().mesh().isAmbient();
    return read ? StaticNetwork.of(mesh, cluster) : List.of();
  }
}
