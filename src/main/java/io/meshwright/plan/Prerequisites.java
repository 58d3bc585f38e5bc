package io.meshwright.plan;

import io.meshwright.facts.MeshFacts;
import io.meshwright.model.SecretStore;
import io.meshwright.model.Secrets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a topology takes as given: it names it, and somebody has set it up for more than this mesh.
 * What has to be done for this mesh is a step of {@link ManualSteps}.
 */
public final class Prerequisites {
  private Prerequisites() {}

  /** Returns what is taken as given, a phrase each, without a full stop. */
  public static List<String> of(MeshFacts mesh) {
    List<String> given = new ArrayList<>();
    Secrets secrets = mesh.topology().secrets();
    secrets.store().ifPresent(store -> given.add(store(store, secrets)));
    return List.copyOf(given);
  }

  private static String store(SecretStore store, Secrets secrets) {
    return "The External Secrets Operator with "
        + store.kind()
        + " "
        + store.name()
        + (secrets.publish() ? ", which it may also write to," : "")
        + " in every cluster";
  }
}
