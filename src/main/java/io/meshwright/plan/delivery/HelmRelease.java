package io.meshwright.plan.delivery;

import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Optional;

/**
 * Has Flux install a chart in another cluster.
 *
 * @param folder the release's folder inside its layer's
 * @param name the HelmRelease's name
 * @param namespace Flux's namespace
 * @param release the release's name in the cluster
 * @param target the namespace that it is installed into
 * @param kubeconfig the Secret that says how to reach the cluster
 * @param chart the chart, where it is in a repository of Helm's own kind
 * @param artifact the OCIRepository that holds the chart, where it is in a registry
 * @param values the ConfigMap with its values, as it is called before kustomize adds a hash
 * @param definitions whether Helm brings the chart's definitions of resources up to date
 */
public record HelmRelease(
    String folder,
    String name,
    String namespace,
    String release,
    String target,
    String kubeconfig,
    Optional<Chart> chart,
    Optional<String> artifact,
    String values,
    boolean definitions)
    implements Manifest {
  static final String FILE = "helm-release.yaml";

  /**
   * A chart in a repository.
   *
   * @param name its name
   * @param version its version
   * @param repository the HelmRepository's name
   */
  public record Chart(String name, String version, String repository) {}

  @Override
  public String template() {
    return "helm-release.yaml.ftl";
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
    return Identity.of("helm.toolkit.fluxcd.io/v2", "HelmRelease", namespace, name);
  }
}
