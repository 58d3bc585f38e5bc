package io.meshwright.plan.delivery;

import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * Makes a ConfigMap of a release's values, with a hash of them in its name, which the HelmRelease
 * is told: so the values stand in the repository once, and a change of them is a change of the
 * HelmRelease, for which Flux waits.
 *
 * @param folder the release's folder inside its layer's
 * @param resources the objects in the folder, sorted
 * @param configMap the ConfigMap's name, before kustomize adds the hash
 * @param namespace Flux's namespace
 * @param values the file that becomes the ConfigMap
 * @param references the file that says where names of ConfigMaps stand
 */
public record ReleaseKustomization(
    String folder,
    List<String> resources,
    String configMap,
    String namespace,
    String values,
    String references)
    implements Manifest {
  public ReleaseKustomization {
    resources = List.copyOf(resources);
  }

  @Override
  public String template() {
    return "release-kustomization.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.CONTROL_PLANE;
  }

  @Override
  public String fileName() {
    return folder + "/kustomization.yaml";
  }

  @Override
  public Identity identity() {
    return new Identity(
        "kustomize.config.k8s.io/v1beta1", "Kustomization", Optional.empty(), Optional.empty());
  }
}
