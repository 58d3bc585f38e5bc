package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.facts.StaticNetwork;
import io.meshwright.istio.IstioFeature;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may change between installations, in a ConfigMap of our own: istiod reads it beside the one
 * of its chart, and takes a change over without an installer ({@code SHARED_MESH_CONFIG} in
 * pilot/pkg/bootstrap/mesh.go).
 *
 * @param name its name, which istiod is told
 * @param namespace the system namespace
 * @param mesh the settings that all control planes share; absent where there are none
 * @param networks the networks that this control plane does not discover; absent where it discovers
 *     all, or reads them elsewhere
 */
public record SharedMeshConfig(
    String name,
    String namespace,
    Optional<MeshConfigMap.Settings> mesh,
    Optional<MeshConfigMap.Networks> networks)
    implements Manifest {
  static final String NAME = "shared-mesh-config";

  private static final String FILE = NAME + ".yaml";

  @Override
  public String template() {
    return "shared-mesh-config.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.BOOTSTRAP;
  }

  @Override
  public String fileName() {
    return FILE;
  }

  @Override
  public Identity identity() {
    return Identity.of("v1", "ConfigMap", namespace, name);
  }

  /**
   * There is one where an istiod has something to read in it: in its own cluster, or in the one
   * that it takes its configuration from (initMeshConfiguration in pilot/pkg/bootstrap/mesh.go).
   */
  static final class Kind implements DocumentKind {
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
      Map<String, Object> settings = sorted(mesh.topology().mesh().config());
      plan.add(
          new SharedMeshConfig(
              NAME,
              mesh.topology().istio().namespace(),
              settings.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new MeshConfigMap.Settings(settings)),
              networks.isEmpty()
                  ? Optional.empty()
                  : Optional.of(MeshConfigMap.Networks.of(networks))));
    }
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
