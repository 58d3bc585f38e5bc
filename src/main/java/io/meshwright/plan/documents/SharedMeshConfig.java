package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that all control planes share, in a ConfigMap of our own: istiod reads it beside the
 * one of its chart, and takes a change over without an installer ({@code SHARED_MESH_CONFIG} in
 * pilot/pkg/bootstrap/mesh.go).
 *
 * @param name its name, which istiod is told
 * @param namespace the system namespace
 * @param mesh the settings
 */
public record SharedMeshConfig(String name, String namespace, MeshConfigMap.Settings mesh)
    implements Manifest {
  static final String NAME = "shared-mesh-config";

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
    return name + ".yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of("v1", "ConfigMap", namespace, name);
  }

  /** Every cluster with an istiod has one, the same in all. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      if (isRead(mesh, cluster)) {
        plan.add(
            new SharedMeshConfig(
                NAME,
                mesh.topology().istio().namespace(),
                new MeshConfigMap.Settings(sorted(mesh.topology().mesh().config()))));
      }
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
        && !mesh.topology().mesh().config().isEmpty()
        && cluster.has(IstioFeature.SHARED_MESH_CONFIG);
  }
}
