package io.meshwright.plan.delivery;

import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;

/**
 * Tells Flux where in a registry one chart is.
 *
 * @param folder the release's folder inside its layer's
 * @param name the OCIRepository's name
 * @param namespace Flux's namespace
 * @param url the chart's URL
 * @param tag the chart's version
 */
public record OciRepository(String folder, String name, String namespace, String url, String tag)
    implements Manifest {
  static final String FILE = "chart.yaml";

  @Override
  public String template() {
    return "oci-repository.yaml.ftl";
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
    return Identity.of(GitRepository.API_VERSION, "OCIRepository", namespace, name);
  }
}
