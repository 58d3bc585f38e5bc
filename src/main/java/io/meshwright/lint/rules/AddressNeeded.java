package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.source.Pointer;
import java.util.HashSet;
import java.util.Set;

/** Every address that a rendered field needs is given, if only as pending. */
public final class AddressNeeded implements LintRule {

  @Override
  public String id() {
    return "address-needed";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Set<String> asked = new HashSet<>();
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      Cluster primary = dialled.cluster();
      Exposure exposure = primary.eastWest().exposure();
      if (dialled.throughGateway()
          && primary.eastWest().addresses().isEmpty()
          && exposure != Exposure.NONE
          && exposure != Exposure.NODE_PORT) {
        asked.add(primary.name());
        findings.at(
            addresses(primary),
            "nobody says at which address "
                + Words.list(dialled.remotes())
                + " reaches the istiod of "
                + Words.quoted(primary.name()),
            "give eastWest.addresses, or istiod.host, or istiod.addresses; pending, if not known");
      }
    }
    for (ClusterFacts facts : mesh.clusters()) {
      Cluster cluster = facts.cluster();
      if (cluster.eastWest().exposure() == Exposure.EXTERNAL_IP
          && facts.hasGateway()
          && cluster.eastWest().addresses().isEmpty()
          && asked.add(cluster.name())) {
        findings.at(
            addresses(cluster),
            "exposure externalIP of " + Words.quoted(cluster.name()) + " needs an address",
            "give eastWest.addresses, the external IPs of the Service; pending, if not known");
      }
    }
  }

  private static Pointer addresses(Cluster cluster) {
    return cluster.at().child("eastWest").child("addresses");
  }
}
