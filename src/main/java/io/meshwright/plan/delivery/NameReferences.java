package io.meshwright.plan.delivery;

import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;

/**
 * Tells kustomize that a HelmRelease holds the names of ConfigMaps, as Flux's guide asks
 * (fluxcd.io/flux/guides/helmreleases, "Refer to values in ConfigMaps generated with Kustomize").
 *
 * @param folder the release's folder inside its layer's
 */
public record NameReferences(String folder) implements Manifest {
  static final String FILE = "name-references.yaml";

  @Override
  public String template() {
    return "name-references.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.CONTROL_PLANE;
  }

  @Override
  public String fileName() {
    return folder + "/" + FILE;
  }

  @Override
  public Identity identity() {
    return Identity.NONE;
  }

  @Override
  public String schema() {
    return "name-references";
  }
}
