package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Release;
import io.meshwright.text.Words;

/** A revision is asked for only where Istio has revisions, and its mesh settings are rendered. */
public final class NoRevisions implements LintRule {
  private static final String WAY_OUT =
      "leave spec.istio.revision out, or use Istio 1."
          + (IstioFeature.OWN_MESH_CONFIG.until() + 1)
          + " or later";

  @Override
  public String id() {
    return "no-revisions";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Release release : mesh.topology().releases()) {
      for (Release each : release.all()) {
        each.revision().ifPresent(revision -> check(each, revision, findings));
      }
    }
  }

  private static void check(Release release, String revision, Findings findings) {
    if (IstioFeature.WITHOUT_REVISIONS.in(release.version())) {
      findings.at(
          release.said().revision(),
          "Istio "
              + release.version()
              + " has no revisions: istiod would be installed as if "
              + Words.quoted(revision)
              + " were not there",
          WAY_OUT);
    } else if (IstioFeature.OWN_MESH_CONFIG.in(release.version())) {
      findings.at(
          release.said().revision(),
          "revisions of Istio "
              + release.version()
              + " are not rendered: the istiod of "
              + Words.quoted(revision)
              + " reads the ConfigMap "
              + Words.quoted("istio-" + revision)
              + ", and Meshwright writes \"istio\"",
          WAY_OUT);
    }
  }
}
