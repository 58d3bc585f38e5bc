package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.External;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Optional;

/**
 * The namespace of the gateway in front of a hosted istiod, and of the control plane that programs
 * this gateway alone.
 *
 * @param name the namespace's name
 */
public record GatewayNamespace(String name) implements Manifest {
  @Override
  public String template() {
    return "gateway-namespace.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.BOOTSTRAP;
  }

  @Override
  public String fileName() {
    return "gateway-namespace.yaml";
  }

  @Override
  public Identity identity() {
    return new Identity("v1", "Namespace", Optional.empty(), Optional.of(name));
  }

  /** Every host of a control plane has one. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      if (cluster.isHost()) {
        cluster
            .cluster()
            .external()
            .map(External::gatewayNamespace)
            .map(GatewayNamespace::new)
            .ifPresent(plan::add);
      }
    }
  }
}
