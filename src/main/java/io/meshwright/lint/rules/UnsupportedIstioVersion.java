package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;

/** Every cluster runs a version of Istio that takes what is rendered. */
public final class UnsupportedIstioVersion implements LintRule {
  private static final int FIRST = IstioFeature.RENDERED_FORMS.since();

  @Override
  public String id() {
    return "unsupported-istio-version";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    NamedVersion.of(mesh.topology()).forEach(named -> check(named.version(), named.at(), findings));
  }

  private static void check(IstioVersion version, Pointer at, Findings findings) {
    if (!version.since(FIRST)) {
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
