package io.meshwright.lint.rules;

import io.meshwright.facts.IstioFeature;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.IstioVersion;
import io.meshwright.source.Pointer;

/** The mesh runs a version of Istio that is known here. */
public final class UnsupportedIstioVersion implements LintRule {
  private static final int FIRST = IstioFeature.RENDERED_FORMS.since();
  private static final int LAST = IstioFeature.RENDERED_FORMS.until();

  @Override
  public String id() {
    return "unsupported-istio-version";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    IstioVersion version = mesh.topology().istio().version();
    Pointer at = mesh.topology().istio().at().child("version");
    String known = "Istio 1." + FIRST + " to 1." + LAST;
    if (version.major() != 1 || version.since(LAST + 1)) {
      findings.at(
          at,
          "Istio " + version + " is not known yet",
          "this release of Meshwright renders for " + known);
    } else if (!version.since(FIRST)) {
      findings.at(
          at,
          "Istio "
              + version
              + " is not rendered yet: before 1.8 the ingress gateway carries the traffic between"
              + " networks, and a remote is installed in another way",
          "this release of Meshwright renders for " + known);
    }
  }
}
