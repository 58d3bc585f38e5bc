package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Certificates;
import io.meshwright.model.SecretStore;
import io.meshwright.model.Secrets;
import io.meshwright.text.Words;
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
    Certificates certificates = mesh.topology().certificates();
    if (certificates.source() == Certificates.Source.CERT_MANAGER) {
      certificates.issuer().ifPresent(issuer -> given.add(issuer(issuer, mesh)));
    }
    EngineNeeds.addGiven(mesh, given);
    return List.copyOf(given);
  }

  private static String issuer(Certificates.Issuer issuer, MeshFacts mesh) {
    List<String> signing =
        mesh.clusters().stream()
            .filter(ClusterFacts::installsIstiod)
            .map(facts -> facts.cluster().name())
            .toList();
    return "cert-manager with "
        + issuer.kind()
        + " "
        + issuer.name()
        + (signing.size() > 1 ? ", of the same root in each," : "")
        + " in "
        + Words.list(signing);
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
