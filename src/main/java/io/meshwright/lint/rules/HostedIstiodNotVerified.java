package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Certificates;
import io.meshwright.model.External;
import io.meshwright.text.Words;

/** A gateway that speaks TLS anew to a hosted istiod can know it by a root. */
public final class HostedIstiodNotVerified implements LintRule {
  @Override
  public String id() {
    return "hosted-istiod-not-verified";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().certificates().source() == Certificates.Source.EXTERNAL_SECRETS) {
      return;
    }
    for (ClusterFacts host : mesh.hosts()) {
      host.cluster()
          .external()
          .filter(external -> external.tls() == External.Tls.TERMINATE)
          .ifPresent(
              external ->
                  findings.at(
                      external.at(),
                      "the gateway of "
                          + Words.quoted(host.cluster().name())
                          + " cannot verify the istiod behind it: its root is made in the cluster, and"
                          + " known to nobody before",
                      "write certificates.source: externalSecrets, or tls: passthrough, with which"
                          + " callers verify istiod themselves"));
    }
  }
}
