package io.meshwright.model;

import io.meshwright.source.Pointer;
import java.util.ArrayDeque;
import java.util.Deque;
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
 * @param secret the Secret with which Flux reads the repository; absent for one that all may read
 * @param at where the topology says so
 */
public record GitOps(
    Engine engine,
    Optional<String> repoUrl,
    Optional<String> revision,
    String path,
    String project,
    String namespace,
    Optional<String> secret,
    Pointer at) {
  /** Who applies the folders. */
  public enum Engine {
    /** Nobody that Meshwright knows of: a person, a pipeline, or an engine set up by hand. */
    NONE("none", "", ""),
    /** Argo CD, by Applications. */
    ARGO_CD("argocd", "argocd", "Argo CD"),
    /** Flux, by Kustomizations and HelmReleases. */
    FLUX("flux", "flux-system", "Flux");

    private final String word;
    private final String usualNamespace;
    private final String title;

    Engine(String word, String usualNamespace, String title) {
      this.word = word;
      this.usualNamespace = usualNamespace;
      this.title = title;
    }

    /** Returns the word that the topology has for it. */
    public String word() {
      return word;
    }

    /** Returns what people call it. */
    public String title() {
      return title;
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

  /**
   * Returns the folder of the output as git writes it: without empty steps, steps that lead
   * nowhere, and slashes at its ends; empty for the repository's root. It starts with steps upwards
   * where the path leaves the repository.
   */
  public String folder() {
    Deque<String> steps = new ArrayDeque<>();
    for (String step : path.split("/", -1)) {
      boolean up = step.equals("..");
      if (up && !steps.isEmpty() && !steps.getLast().equals("..")) {
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }
}
