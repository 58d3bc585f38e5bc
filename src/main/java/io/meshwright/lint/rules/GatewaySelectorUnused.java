package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.EastWest;
import io.meshwright.model.GatewayApi;
import io.meshwright.text.Words;
import java.util.Map;

/** Nobody chooses labels for the pods of a Kubernetes Gateway, which istiod labels. */
public final class GatewaySelectorUnused implements LintRule {
  private static final Map<String, String> USUAL = Map.of("istio", "eastwestgateway");

  @Override
  public String id() {
    return "gateway-selector-unused";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      EastWest eastWest = facts.cluster().eastWest();
      if (facts.hasGateway()
          && eastWest.api() == GatewayApi.KUBERNETES
          && facts.has(IstioFeature.KUBERNETES_GATEWAY)
          && !eastWest.selector().equals(USUAL)) {
        findings.at(
            eastWest.at().child("selector"),
            "the gateway of "
                + Words.quoted(facts.cluster().name())
                + " is a Kubernetes Gateway, whose pods get their labels from istiod",
            "leave selector out");
      }
    }
  }
}
