package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names the files of a folder, for kubectl and GitOps tools.
 *
 * @param layer the layer
 * @param folder the folder inside the layer's; empty for the layer's own
 * @param resources the folder's files, sorted
 */
public record Kustomization(Layer layer, String folder, List<String> resources)
    implements Manifest {
  private static final String NAME = "kustomization.yaml";

  public Kustomization {
    resources = List.copyOf(resources);
  }

  @Override
  public String template() {
    return "kustomization.yaml.ftl";
  }

  @Override
  public String fileName() {
    return folder.isEmpty() ? NAME : folder + "/" + NAME;
  }

  @Override
  public Identity identity() {
    return new Identity(
        "kustomize.config.k8s.io/v1beta1", "Kustomization", Optional.empty(), Optional.empty());
  }

  /** Every folder that is applied and has files has one; it is planned last. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      for (Layer layer : Layer.values()) {
        if (layer.appliedWith(mesh.topology().istio().installer())) {
          byFolder(plan.files(layer))
              .forEach((folder, files) -> plan.add(new Kustomization(layer, folder, files)));
        }
      }
    }

    private static SortedMap<String, List<String>> byFolder(List<String> files) {
      SortedMap<String, List<String>> folders = new TreeMap<>();
      for (String file : files) {
        int end = file.lastIndexOf('/');
        folders
            .computeIfAbsent(end < 0 ? "" : file.substring(0, end), key -> new ArrayList<>())
            .add(file.substring(end + 1));
      }
      return folders;
    }
  }
}
