package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.GatewayChart;
import io.meshwright.istio.IstioVersion;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.GatewayApi;
import io.meshwright.model.Installer;

/** Helm of today takes the chart of gateways that a topology needs. */
public final class GatewayChartRefused implements LintRule {

  @Override
  public String id() {
    return "gateway-chart-refused";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().istio().installer() != Installer.HELM) {
      return;
    }
    for (ClusterFacts facts : mesh.clusters()) {
      boolean chart =
          facts.isHost()
              || (facts.installsGateway() && facts.cluster().eastWest().api() == GatewayApi.ISTIO);
      for (ClusterFacts istiod : facts.revisions()) {
        IstioVersion version = istiod.version();
        if (chart && GatewayChart.isRefusedByHelm(version)) {
          findings.at(
              istiod.cluster().release().said().version(),
              "Helm "
                  + GatewayChart.FIRST_STRICT_HELM
                  + " and later refuses the chart gateway of Istio "
                  + version
                  + ", whose schema allows no value at all",
              "use Istio "
                  + GatewayChart.mended(version)
                  + " or later, or let Helm skip the schema: helm upgrade"
                  + " --skip-schema-validation, skipSchemaValidation in Argo CD,"
                  + " disableSchemaValidation in Flux");
        }
      }
    }
  }
}
