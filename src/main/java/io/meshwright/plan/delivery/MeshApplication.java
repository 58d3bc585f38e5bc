package io.meshwright.plan.delivery;

import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;

/**
 * The parent of a mesh's Applications: Argo CD brings them wave by wave.
 *
 * @param name the Application's name
 * @param namespace Argo CD's namespace
 * @param project Argo CD's project
 * @param source the folder of the mesh
 * @param include which files in it are Applications of units
 * @param exclude which files are not, although their paths look like it
 */
public record MeshApplication(
    String name,
    String namespace,
    String project,
    Application.Source source,
    String include,
    String exclude)
    implements Manifest {
  @Override
  public String template() {
    return "mesh-application.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.GITOPS;
  }

  @Override
  public String fileName() {
    return "application.yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of(Application.API_VERSION, Application.KIND, namespace, name);
  }
}
