package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.EastWest;
import io.meshwright.model.GatewayApi;
import io.meshwright.model.Installer;

/** What a topology asks for is in the charts of its release, where Helm installs it. */
public final class ChartLacksValue implements LintRule {

  @Override
  public String id() {
    return "chart-lacks-value";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().istio().installer() != Installer.HELM) {
      return;
    }
    for (ClusterFacts facts : mesh.clusters()) {
      EastWest eastWest = facts.cluster().eastWest();
      boolean chart =
          facts.isHost() || (facts.installsGateway() && eastWest.api() == GatewayApi.ISTIO);
      if (chart
          && facts.has(IstioFeature.HELM_CHARTS)
          && !facts.has(IstioFeature.CLASS_IN_GATEWAY_CHART)
          && eastWest.askedClass().isPresent()) {
        findings.at(
            eastWest.at().child("service").child("loadBalancerClass"),
            "the Helm chart of gateways of Istio "
                + facts.version()
                + " has no value for loadBalancerClass, and drops it without a word",
            "use Istio 1."
                + IstioFeature.CLASS_IN_GATEWAY_CHART.since()
                + " or later, install: istioctl, or eastWest.service.annotations");
      }
    }
  }
}
