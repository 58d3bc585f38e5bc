package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.EastWest;
import io.meshwright.model.GatewayApi;
import io.meshwright.model.Network;
import io.meshwright.text.Words;

/** The gateways of an ambient mesh speak HBONE, at the port that ztunnels call. */
public final class GatewayNotHbone implements LintRule {
  private static final int PORT = 15_008;
  private static final int SIDECARS = 15_443;

  @Override
  public String id() {
    return "gateway-not-hbone";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.topology().mesh().isAmbient()) {
      return;
    }
    for (Network network : mesh.topology().networks()) {
      network.gateways().stream()
          .filter(gateway -> gateway.port() == SIDECARS)
          .forEach(
              gateway ->
                  findings.at(
                      gateway.at().child("port"),
                      "istiod takes any gateway at port 15443 for one of sidecars",
                      "give the gateway another port, such as 15008"));
    }
    for (ClusterFacts facts : mesh.clusters()) {
      EastWest eastWest = facts.cluster().eastWest();
      if (!facts.hasGateway() || !facts.has(IstioFeature.AMBIENT_OF_SEVERAL_CLUSTERS)) {
        continue; // ambient-too-old
      }
      if (eastWest.api() == GatewayApi.ISTIO) {
        findings.at(
            eastWest.at().child("api"),
            "ztunnels call gateways of the class istio-east-west, and that of "
                + Words.quoted(facts.cluster().name())
                + " would be one for sidecars",
            "leave api out");
      } else if (eastWest.port() != PORT) {
        findings.at(
            eastWest.at().child("port"),
            "istiod takes the gateways that it discovers to be at port "
                + PORT
                + ", and allows no other port for HBONE",
            "leave port out");
      }
    }
  }
}
