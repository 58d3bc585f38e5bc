package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.facts.StaticNetwork;
import io.meshwright.istio.IstioFeature;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.Document;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Layer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ConfigMap {@code istio}, whole: the mesh's settings and its networks, equal to what istiod's
 * chart would write for the same values. istiod reads it from a volume that is not optional, so it
 * is applied before istiod is installed
 * (manifests/istio-control/istio-discovery/templates/deployment.yaml at 1.5.10). Every cluster has
 * one where the version leaves it to us.
 */
public final class MeshConfigMap implements DocumentKind {
  /** The key of the mesh's settings. */
  static final String MESH = "mesh";

  /** The key of the mesh's networks. */
  static final String NETWORKS = "meshNetworks";

  private static final String NAME = "istio";
  private static final String FILE = "mesh-config.yaml";

  /**
   * Istio's MeshConfig.
   *
   * @param config its fields
   */
  public record Settings(Map<String, Object> config) implements Document {
    public Settings {
      config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    }

    @Override
    public String template() {
      return "mesh-config.yaml.ftl";
    }
  }

  /**
   * Istio's MeshNetworks.
   *
   * @param networks the networks; empty where all pods reach each other
   */
  public record Networks(List<IstioOperator.StaticNetwork> networks) implements Document {
    public Networks {
      networks = List.copyOf(networks);
    }

    static Networks of(List<StaticNetwork> networks) {
      return new Networks(networks.stream().map(IstioOperator.StaticNetwork::of).toList());
    }

    @Override
    public String template() {
      return "mesh-networks.yaml.ftl";
    }
  }

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (!mesh.has(IstioFeature.OWN_MESH_CONFIG)) {
      return;
    }
    List<StaticNetwork> networks =
        cluster.runsIstiod() ? StaticNetwork.of(mesh, cluster) : List.of();
    Optional<StaticNetwork.Gateway> pending = StaticNetwork.pending(networks);
    if (pending.isPresent()) {
      plan.waitFor(
          Layer.BOOTSTRAP,
          FILE,
          "the address of the gateway of " + pending.get().owner(),
          pending.get().at());
      return;
    }
    plan.add(
        new ConfigMap(
            Layer.BOOTSTRAP,
            FILE,
            mesh.topology().istio().namespace(),
            NAME,
            Map.of(
                MESH,
                new Settings(MeshConfigFields.of(mesh, cluster)),
                NETWORKS,
                Networks.of(networks))));
  }
}
