package io.meshwright.plan.delivery;

import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * Has Flux apply a folder.
 *
 * @param fileName the file's name inside the folder of the engine's objects
 * @param name the Kustomization's name
 * @param namespace Flux's namespace
 * @param source the GitRepository that holds the folder
 * @param path the folder
 * @param prunes whether what is no longer in the folder is deleted
 * @param deletionPolicy what becomes of what it applied when it goes itself
 * @param waits whether it is ready only when all that it applied is
 * @param kubeconfig the Secret that says how to reach the cluster; absent for Flux's own
 * @param after the Kustomizations that must be ready before
 * @param annotations what all that it applies is annotated with
 * @param health what must be true of objects that do not say themselves whether they are ready
 * @param kept fields that istiod writes: what is in the cluster stays
 */
public record FluxKustomization(
    String fileName,
    String name,
    String namespace,
    String source,
    String path,
    boolean prunes,
    String deletionPolicy,
    boolean waits,
    Optional<String> kubeconfig,
    List<String> after,
    List<Annotation> annotations,
    List<Health> health,
    List<Kept> kept)
    implements Manifest {

  /** Keeps what Flux applied in the cluster. */
  static final String ORPHAN = "Orphan";

  /** Deletes it where {@code prunes} says so. */
  static final String MIRROR_PRUNE = "MirrorPrune";

  /** An annotation. */
  public record Annotation(String key, String value) {}

  /**
   * What must be true of objects of a kind.
   *
   * @param apiVersion the kind's API
   * @param kind the kind
   * @param current the expression that is true of a ready one
   */
  public record Health(String apiVersion, String kind, String current) {}

  /**
   * A field that keeps its value in the cluster.
   *
   * @param kind the kind of objects that have it
   * @param path where in them
   */
  public record Kept(String kind, String path) {}

  public FluxKustomization {
    after = List.copyOf(after);
    annotations = List.copyOf(annotations);
    health = List.copyOf(health);
    kept = List.copyOf(kept);
  }

  @Override
  public String template() {
    return "flux-kustomization.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.GITOPS;
  }

  @Override
  public Identity identity() {
    return Identity.of("kustomize.toolkit.fluxcd.io/v1", "Kustomization", namespace, name);
  }
}
