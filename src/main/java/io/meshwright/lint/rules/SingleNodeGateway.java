package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.text.Words;
import java.util.List;

/** A network does not hang on one node. */
public final class SingleNodeGateway implements LintRule {

  @Override
  public String id() {
    return "single-node-gateway";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.multiNetwork()) {
      return;
    }
    for (ClusterFacts facts : mesh.clusters()) {
      Cluster cluster = facts.cluster();
      if (facts.hasGateway()
          && cluster.eastWest().exposure() == Exposure.NODE_PORT
          && isOneNode(cluster.eastWest().addresses())
          && isOnlyWayIn(mesh, cluster)) {
        findings.at(
            cluster.eastWest().at().child("addresses").child(0),
            "if the node "
                + Words.quoted(cluster.eastWest().addresses().get(0).text())
                + " goes, other networks no longer reach network "
                + Words.quoted(cluster.network().orElse("")),
            "give the addresses of two nodes or more, or use a load balancer");
      }
    }
  }

  /** A host name may stand for several nodes. */
  private static boolean isOneNode(List<Address> addresses) {
    return addresses.size() == 1 && (addresses.get(0).isIpv4() || addresses.get(0).isIpv6());
  }

  private static boolean isOnlyWayIn(MeshFacts mesh, Cluster cluster) {
    return cluster.network().isPresent()
        && mesh.clusters().stream()
                .filter(facts -> facts.cluster().network().equals(cluster.network()))
                .filter(ClusterFacts::hasGateway)
                .count()
            == 1;
  }
}
