package io.meshwright.plan.delivery;

import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Optional;

/**
 * Has Flux follow the repository that holds the output.
 *
 * @param name the GitRepository's name
 * @param namespace Flux's namespace
 * @param url the repository's URL
 * @param branch the branch that it follows
 * @param reference the full name of what it follows, where that is no branch
 * @param secret the Secret with which Flux reads the repository; absent for one that all may read
 */
public record GitRepository(
    String name,
    String namespace,
    String url,
    Optional<String> branch,
    Optional<String> reference,
    Optional<String> secret)
    implements Manifest {
  static final String API_VERSION = "source.toolkit.fluxcd.io/v1";

  @Override
  public String template() {
    return "git-repository.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.GITOPS;
  }

  @Override
  public String fileName() {
    return "git-repository.yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of(API_VERSION, "GitRepository", namespace, name);
  }
}
