package io.meshwright.plan.delivery;

import io.meshwright.model.GitOps;
import io.meshwright.plan.DeliveryKind;
import java.util.Optional;

/** The GitOps engines for which objects are rendered. */
public final class Engines {
  private Engines() {}

  /** Returns what is rendered for {@code engine}; empty where nothing is. */
  public static Optional<DeliveryKind> of(GitOps.Engine engine) {
    return switch (engine) {
      case ARGO_CD -> Optional.of(new ArgoCd());
      case FLUX -> Optional.of(new Flux());
      case NONE -> Optional.empty();
    };
  }
}
