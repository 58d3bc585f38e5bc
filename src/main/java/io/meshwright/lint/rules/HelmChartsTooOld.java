package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Installer;

/** Helm installs only releases whose charts can say what Meshwright decides. */
public final class HelmChartsTooOld implements LintRule {

  @Override
  public String id() {
    return "helm-charts-too-old";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().istio().installer() != Installer.HELM) {
      return;
    }
    for (NamedVersion named : NamedVersion.of(mesh.topology())) {
      if (!IstioFeature.HELM_CHARTS.in(named.version())) {
        findings.at(
            named.at(),
            "the Helm charts of Istio "
                + named.version()
                + " have no profile for a remote, and other values than an IstioOperator",
            "use install: istioctl, or Istio 1." + IstioFeature.HELM_CHARTS.since() + " or later");
      }
    }
  }
}
