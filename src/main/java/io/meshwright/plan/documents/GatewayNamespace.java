package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.External;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The namespace of the gateway in front of a hosted istiod, and of the control plane that programs
 * this gateway alone.
 *
 * @param name the namespace's name
 * @param kept what tells a GitOps engine not to delete it
 */
public record GatewayNamespace(String name, Map<String, String> kept) implements Manifest {
  public GatewayNamespace {
    kept = Collections.unmodifiableMap(new TreeMap<>(kept));
  }

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
            .map(name -> new GatewayNamespace(name, KeptByEngine.annotations(mesh)))
            .ifPresent(plan::add);
      }
    }
  }
}
