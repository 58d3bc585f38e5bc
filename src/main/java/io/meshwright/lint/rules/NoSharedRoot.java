package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Certificates;
import io.meshwright.source.Pointer;

/** Several control planes sign with certificates of one root. */
public final class NoSharedRoot implements LintRule {

  @Override
  public String id() {
    return "no-shared-root";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().certificates().source() == Certificates.Source.NONE && mesh.istiods() > 1) {
      findings.at(
          Pointer.ROOT.child("spec").child("certificates").child("source"),
          "each of the "
              + mesh.istiods()
              + " istiods would sign with a root of its own, and no cluster would trust another",
          "use source: externalSecrets and keep an intermediate of one root for each cluster in the"
              + " store, or certManager with an issuer of one root");
    }
  }
}
