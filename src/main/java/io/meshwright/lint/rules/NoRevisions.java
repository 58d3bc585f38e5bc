package io.meshwright.lint.rules;

import io.meshwright.facts.IstioFeature;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Istio;
import io.meshwright.text.Words;

/** A revision is asked for only where Istio has revisions. */
public final class NoRevisions implements LintRule {

  @Override
  public String id() {
    return "no-revisions";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Istio istio = mesh.topology().istio();
    if (istio.revision().isPresent() && mesh.has(IstioFeature.WITHOUT_REVISIONS)) {
      findings.at(
          istio.at().child("revision"),
          "Istio "
              + istio.version()
              + " has no revisions: istiod would be installed as if "
              + Words.quoted(istio.revision().get())
              + " were not there",
          "leave spec.istio.revision out, or use Istio 1."
              + (IstioFeature.WITHOUT_REVISIONS.until() + 1)
              + " or later");
    }
  }
}
