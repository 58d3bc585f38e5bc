package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;

/** The mesh runs a version of Istio whose forms are known here. */
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
    if (version.major() != 1 || version.since(LAST + 1)) {
      findings.at(
          at,
          "Istio " + version + " is not known yet",
          "this release of Meshwright renders for Istio 1." + FIRST + " to 1." + LAST);
    } else if (!version.since(FIRST)) {
      findings.at(
          at,
          "Istio "
              + version
              + " takes no IstioOperator"
              + (version.minor() == FIRST - 1 ? " but an IstioControlPlane" : "")
              + ", so nothing is rendered for it",
          "use 1.5.10 for the same mesh with an IstioOperator, better a release that still gets"
              + " fixes");
    } else if (version.minor() == FIRST && version.patch() == 0) {
      findings.at(
          at,
          "Istio 1.5.0 cannot serve remotes: its charts render the Services istiod and istio-pilot"
              + " twice, and no port 15012 on the gateway",
          "use 1.5.10, or any other release from 1.5.1 on");
    }
  }
}
