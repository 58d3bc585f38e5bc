package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Istio;
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
    Istio istio = mesh.topology().istio();
    if (istio.revision().isEmpty()) {
      return;
    }
    if (mesh.has(IstioFeature.WITHOUT_REVISIONS)) {
      findings.at(
          istio.at().child("revision"),
          "Istio "
              + istio.version()
              + " has no revisions: istiod would be installed as if "
              + Words.quoted(istio.revision().get())
              + " were not there",
          WAY_OUT);
    } else if (mesh.has(IstioFeature.OWN_MESH_CONFIG)) {
      findings.at(
          istio.at().child("revision"),
          "revisions of Istio "
              + istio.version()
              + " are not rendered: the istiod of "
              + Words.quoted(istio.revision().get())
              + " reads the ConfigMap "
              + Words.quoted("istio-" + istio.revision().get())
              + ", and Meshwright writes \"istio\"",
          WAY_OUT);
    }
  }
}
