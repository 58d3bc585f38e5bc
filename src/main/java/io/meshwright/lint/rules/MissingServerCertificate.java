package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.External;
import io.meshwright.text.Words;

/** A gateway that terminates TLS has a certificate. */
public final class MissingServerCertificate implements LintRule {
  @Override
  public String id() {
    return "missing-server-certificate";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Cluster host : mesh.topology().clusters()) {
      host.external()
          .filter(
              external ->
                  host.isHost()
                      && external.tls() == External.Tls.TERMINATE
                      && external.certificateSecret().isEmpty())
          .ifPresent(
              external ->
                  findings.at(
                      external.at().child("certificateSecret"),
                      "the gateway of "
                          + Words.quoted(host.name())
                          + " terminates TLS, and has no certificate of "
                          + Words.quoted(external.host()),
                      "name the Secret that holds it as certificateSecret, or write tls:"
                          + " passthrough"));
    }
  }
}
