package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;

/** Traffic between networks has a port of its own at the gateway. */
public final class GatewayPortTaken implements LintRule {
  private static final int STATUS = 15_021;
  private static final int ISTIOD = 15_012;
  private static final int INJECTOR = 15_017;

  @Override
  public String id() {
    return "gateway-port-taken";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      int port = facts.cluster().eastWest().port();
      if (mesh.multiNetwork()
          && facts.hasGateway()
          && (port == STATUS || (facts.servesRemotes() && (port == ISTIOD || port == INJECTOR)))) {
        findings.at(
            facts.cluster().at().child("eastWest").child("port"),
            "port "
                + port
                + " of the gateway is taken by "
                + (port == STATUS ? "its health check" : "istiod"),
            "use another port, such as 15443");
      }
    }
  }
}
