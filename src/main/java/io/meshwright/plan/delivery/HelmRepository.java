package io.meshwright.plan.delivery;

import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;

/**
 * Tells Flux where Istio's charts are published in a repository of Helm's own kind.
 *
 * @param name the HelmRepository's name
 * @param namespace Flux's namespace
 * @param url the repository's URL
 */
public record HelmRepository(String name, String namespace, String url) implements Manifest {
  @Override
  public String template() {
    return "helm-repository.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.GITOPS;
  }

  @Override
  public String fileName() {
    return "charts.yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of(GitRepository.API_VERSION, "HelmRepository", namespace, name);
  }
}
