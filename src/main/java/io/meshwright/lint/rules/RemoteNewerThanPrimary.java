package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Release;
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
      for (ClusterFacts each : facts.revisions()) {
        if (!each.has(IstioFeature.LOCAL_ISTIOD)) {
          each.dials().ifPresent(primary -> check(each, primary, findings));
        }
      }
    }
  }

  /** An istiod serves what is installed of its revision. */
  private static void check(ClusterFacts remote, Cluster primary, Findings findings) {
    for (Release istiod : primary.release().all()) {
      if (istiod.revision().equals(remote.cluster().release().revision())
          && istiod.version().minor() < remote.version().minor()) {
        findings.at(
            remote.cluster().release().said().version(),
            Words.quoted(remote.cluster().name())
                + " would have webhooks, roles and definitions of Istio "
                + remote.version()
                + ", and the istiod of "
                + Words.quoted(primary.name())
                + " is the older "
                + istiod.version(),
            "upgrade the primary first, its remotes after it");
      }
    }
  }
}
