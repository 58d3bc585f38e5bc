package io.meshwright.plan.delivery;

import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * Has Argo CD apply one unit of a cluster.
 *
 * @param fileName the file's name inside the folder of the engine's objects
 * @param name the Application's name
 * @param namespace Argo CD's namespace
 * @param project Argo CD's project
 * @param wave when the parent brings it: Argo CD reads a number from text
 * @param goes whether Argo CD deletes what it applied together with the Application
 * @param source where the unit lies in the repository
 * @param chart the chart that it gives values to
 * @param destination the name by which Argo CD knows the cluster
 * @param target the namespace of what names none itself
 * @param webhooks whether there are webhooks in it, of which istiod writes two fields itself
 * @param prunes whether what is no longer in the repository is deleted
 * @param options Argo CD's options for its synchronisation
 */
public record Application(
    String fileName,
    String name,
    String namespace,
    String project,
    String wave,
    boolean goes,
    Source source,
    Optional<Chart> chart,
    String destination,
    String target,
    boolean webhooks,
    boolean prunes,
    List<String> options)
    implements Manifest {
  static final String API_VERSION = "argoproj.io/v1alpha1";
  static final String KIND = "Application";

  /**
   * A folder in the repository.
   *
   * @param repository its URL
   * @param revision the branch or tag
   * @param path the folder
   */
  public record Source(String repository, String revision, String path) {}

  /**
   * A chart.
   *
   * @param repository where it is published
   * @param name its name
   * @param version its version
   * @param release the release's name
   * @param values the file with its values, in the source that is called {@code values}
   */
  public record Chart(
      String repository, String name, String version, String release, String values) {}

  public Application {
    options = List.copyOf(options);
  }

  @Override
  public String template() {
    return "application.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.GITOPS;
  }

  @Override
  public Identity identity() {
    return Identity.of(API_VERSION, KIND, namespace, name);
  }
}
