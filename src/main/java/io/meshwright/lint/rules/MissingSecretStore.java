package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Certificates;
import io.meshwright.source.Pointer;

/** Secrets that are kept in a store have one. */
public final class MissingSecretStore implements LintRule {

  @Override
  public String id() {
    return "missing-secret-store";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    boolean credentials = mesh.clusters().stream().anyMatch(c -> !c.watchedBy().isEmpty());
    boolean certificates =
        mesh.topology().certificates().source() == Certificates.Source.EXTERNAL_SECRETS
            && !mesh.controlPlanes().isEmpty();
    if (mesh.topology().secrets().store().isEmpty() && (credentials || certificates)) {
      findings.at(
          Pointer.ROOT.child("spec").child("secrets").child("store"),
          "nobody says in which store "
              + (credentials ? "the credentials for other clusters" : "")
              + (credentials && certificates ? " and " : "")
              + (certificates ? "the signing certificates" : "")
              + " are kept",
          "give spec.secrets.store: {kind: ClusterSecretStore, name: …}, a store of the External"
              + " Secrets Operator");
    }
  }
}
