package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Certificates;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;

/** An istiod reads its signing certificate in the form that cert-manager writes. */
public final class CertificateFormNotRead implements LintRule {

  @Override
  public String id() {
    return "certificate-form-not-read";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().certificates().source() != Certificates.Source.CERT_MANAGER) {
      return;
    }
    mesh.clusters().stream()
        .filter(ClusterFacts::installsIstiod)
        .flatMap(facts -> facts.revisions().stream())
        .filter(facts -> !facts.has(IstioFeature.TLS_SIGNING_SECRET))
        .findFirst()
        .ifPresent(
            facts ->
                findings.at(
                    Pointer.ROOT.child("spec").child("certificates").child("source"),
                    "the istiod of "
                        + Words.quoted(facts.cluster().name())
                        + " is "
                        + facts.version()
                        + ", which looks for ca-cert.pem and ca-key.pem and passes over the tls.crt"
                        + " and tls.key of cert-manager",
                    "use source: externalSecrets, or Istio 1."
                        + IstioFeature.TLS_SIGNING_SECRET.since()
                        + " or later"));
  }
}
