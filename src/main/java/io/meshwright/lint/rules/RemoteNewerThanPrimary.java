package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.text.Words;

/** What a remote has of Istio is not newer than the istiod that uses it. */
public final class RemoteNewerThanPrimary implements LintRule {

  @Override
  public String id() {
    return "remote-newer-than-primary";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      facts
          .dials()
          .filter(primary -> !facts.has(IstioFeature.LOCAL_ISTIOD))
          .filter(primary -> primary.release().version().minor() < facts.version().minor())
          .ifPresent(
              primary ->
                  findings.at(
                      facts.cluster().release().said().version(),
                      Words.quoted(facts.cluster().name())
                          + " would have webhooks, roles and definitions of Istio "
                          + facts.version()
                          + ", and the istiod of "
                          + Words.quoted(primary.name())
                          + " is the older "
                          + primary.release().version(),
                      "upgrade the primary first, its remotes after it"));
    }
  }
}
