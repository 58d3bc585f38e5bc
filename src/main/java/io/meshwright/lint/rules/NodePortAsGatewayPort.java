package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import java.util.Set;

/** The port of a gateway is that of its Service, not one that Kubernetes opens on nodes. */
public final class NodePortAsGatewayPort implements LintRule {
  private static final int FIRST = 30_000;
  private static final int LAST = 32_767;
  private static final Set<Exposure> BY_SERVICE_PORT =
      Set.of(Exposure.LOAD_BALANCER, Exposure.EXTERNAL_IP);

  @Override
  public String id() {
    return "node-port-as-gateway-port";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      EastWest eastWest = facts.cluster().eastWest();
      boolean inRange = eastWest.port() >= FIRST && eastWest.port() <= LAST;
      if (mesh.multiNetwork()
          && facts.hasGateway()
          && BY_SERVICE_PORT.contains(eastWest.exposure())
          && inRange) {
        findings.at(
            eastWest.at().child("port"),
            "port "
                + eastWest.port()
                + " looks like a NodePort, and exposure "
                + eastWest.exposure().word()
                + " is reached at the Service's own port",
            "leave port out; or, if nodes are dialled at that port, write exposure: nodePort and"
                + " nodePort: "
                + eastWest.port());
      }
    }
  }
}
