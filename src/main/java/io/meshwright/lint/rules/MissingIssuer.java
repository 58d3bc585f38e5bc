package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Certificates;
import io.meshwright.source.Pointer;

/** Whoever has cert-manager make certificates says who signs them. */
public final class MissingIssuer implements LintRule {

  @Override
  public String id() {
    return "missing-issuer";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Certificates certificates = mesh.topology().certificates();
    if (certificates.source() == Certificates.Source.CERT_MANAGER
        && certificates.issuer().isEmpty()) {
      findings.at(
          Pointer.ROOT.child("spec").child("certificates").child("source"),
          "nobody says which issuer of cert-manager signs for the istiods",
          "give spec.certificates.issuer: {kind: ClusterIssuer, name: …}, of the same root in every"
              + " cluster");
    }
  }
}
