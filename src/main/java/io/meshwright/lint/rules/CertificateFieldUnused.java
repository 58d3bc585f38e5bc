package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Certificates;
import io.meshwright.source.Pointer;

/** What is said about certificates is about the source that is chosen. */
public final class CertificateFieldUnused implements LintRule {
  private static final Pointer CERTIFICATES = Pointer.ROOT.child("spec").child("certificates");

  @Override
  public String id() {
    return "certificate-field-unused";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Certificates.Source source = mesh.topology().certificates().source();
    if (source != Certificates.Source.CERT_MANAGER) {
      check("issuer", "only cert-manager asks an issuer", "certManager", source, findings);
    }
    if (source != Certificates.Source.EXTERNAL_SECRETS) {
      check("path", "only a store has paths", "externalSecrets", source, findings);
    }
  }

  private static void check(
      String field, String why, String other, Certificates.Source source, Findings findings) {
    if (findings.isSaid(CERTIFICATES.child(field))) {
      findings.at(
          CERTIFICATES.child(field),
          why + ", and the source is " + source.word(),
          "leave " + field + " out, or write source: " + other);
    }
  }
}
