package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.IstioFeature;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import java.util.Set;

/** Traffic between networks has a port of its own at the gateway. */
public final class GatewayPortTaken implements LintRule {
  private static final int ISTIOD = 15_012;
  private static final int INJECTOR = 15_017;

  /** What mesh expansion opens beside istiod's port (its ports in the chart's values at 1.5.10). */
  private static final Set<Integer> EXPANSION = Set.of(853, 8_060, 15_011);

  @Override
  public String id() {
    return "gateway-port-taken";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    int status = mesh.has(IstioFeature.ROOT_GATEWAY) ? 15_020 : 15_021;
    for (ClusterFacts facts : mesh.clusters()) {
      int port = facts.cluster().eastWest().port();
      if (mesh.multiNetwork()
          && facts.hasGateway()
          && (port == status || isIstiods(mesh, facts, port))) {
        findings.at(
            facts.cluster().at().child("eastWest").child("port"),
            "port "
                + port
                + " of the gateway is taken by "
                + (port == status ? "its health check" : "istiod"),
            "use another port, such as "
                + (mesh.has(IstioFeature.EAST_WEST_GATEWAY) ? "15443" : "443"));
      }
    }
  }

  private static boolean isIstiods(MeshFacts mesh, ClusterFacts facts, int port) {
    boolean expanded = !mesh.has(IstioFeature.EAST_WEST_GATEWAY) && EXPANSION.contains(port);
    return facts.servesRemotes() && (port == ISTIOD || port == INJECTOR || expanded);
  }
}
