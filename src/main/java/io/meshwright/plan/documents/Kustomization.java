package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * Names the files of a layer, for kubectl and GitOps tools.
 *
 * @param layer the layer
 * @param resources the layer's files, sorted
 */
public record Kustomization(Layer layer, List<String> resources) implements Manifest {
  public Kustomization {
    resources = List.copyOf(resources);
  }

  @Override
  public String template() {
    return "kustomization.yaml.ftl";
  }

  @Override
  public String fileName() {
    return "kustomization.yaml";
  }

  @Override
  public Identity identity() {
    return new Identity(
        "kustomize.config.k8s.io/v1beta1", "Kustomization", Optional.empty(), Optional.empty());
  }

  /** Every layer that is applied and has files has one; it is planned last. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      for (Layer layer : Layer.values()) {
        List<String> files = plan.files(layer);
        if (layer.appliedWith(mesh.topology().istio().installer()) && !files.isEmpty()) {
          plan.add(new Kustomization(layer, files));
        }
      }
    }
  }
}
