package io.meshwright.plan.documents;

import io.meshwright.facts.MeshFacts;
import java.util.Map;

/**
 * What tells a GitOps engine never to delete an object: with a namespace goes all that is in it,
 * also what others have put there.
 */
final class KeptByEngine {
  private KeptByEngine() {}

  /** Returns the annotations of such an object; none where no engine applies it. */
  static Map<String, String> annotations(MeshFacts mesh) {
    return switch (mesh.topology().gitOps().engine()) {
      case NONE -> Map.of();
      // not when it is gone from git, and not when its Application is deleted with all it applied
      case ARGO_CD -> Map.of("argocd.argoproj.io/sync-options", "Prune=false,Delete=false");
      case FLUX -> Map.of("kustomize.toolkit.fluxcd.io/prune", "disabled");
    };
  }
}
