package io.meshwright.model;

import io.meshwright.source.Pointer;
import java.util.Optional;

/**
 * Which GitOps engine applies the output, and from where.
 *
 * @param engine the engine
 * @param repoUrl the git repository that holds the output; absent when the topology does not say
 * @param revision the branch or tag that the engine follows; absent for the repository's default
 *     branch
 * @param path the folder of the repository that holds the output, with forward slashes
 * @param project Argo CD's project
 * @param namespace the namespace of the engine's own resources
 * @param at where the topology says so
 */
public record GitOps(
    Engine engine,
    Optional<String> repoUrl,
    Optional<String> revision,
    String path,
    String project,
    String namespace,
    Pointer at) {
  /** Who applies the folders. */
  public enum Engine {
    /** Nobody that Meshwright knows of: a person, a pipeline, or an engine set up by hand. */
    NONE("none", ""),
    /** Argo CD, by Applications. */
    ARGO_CD("argocd", "argocd"),
    /** Flux, by Kustomizations and HelmReleases. */
    FLUX("flux", "flux-system");

    private final String word;
    private final String usualNamespace;

    Engine(String word, String usualNamespace) {
      this.word = word;
      this.usualNamespace = usualNamespace;
    }

    /** Returns the word that the topology has for it. */
    public String word() {
      return word;
    }

    /** Returns the namespace in which it is installed unless somebody says otherwise. */
    public String usualNamespace() {
      return usualNamespace;
    }
  }

  /** Returns whether resources of an engine are rendered. */
  public boolean hasEngine() {
    return engine != Engine.NONE;
  }
}
