package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.List;

/** istiod and an ingress gateway, which both have port 443, share no external IP. */
public final class AddressOfTwoServices implements LintRule {

  @Override
  public String id() {
    return "address-of-two-services";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.has(IstioFeature.EAST_WEST_GATEWAY)) {
      return;
    }
    for (ClusterFacts facts : mesh.controlPlanes()) {
      Cluster cluster = facts.cluster();
      boolean both =
          cluster.istiod().ownService()
              && facts.installsGateway()
              && cluster.eastWest().exposure() == Exposure.EXTERNAL_IP;
      List<Address> addresses = both ? cluster.istiod().addresses() : List.of();
      Pointer at = cluster.at().child("istiod").child("addresses");
      for (int i = 0; i < addresses.size(); i++) {
        if (!addresses.get(i).isPending()
            && cluster.eastWest().addresses().contains(addresses.get(i))) {
          findings.at(
              at.child(i),
              Words.quoted(addresses.get(i).text())
                  + " would lead to istiod and to the gateway alike, and both have port 443",
              "give istiod an address that the gateway does not have");
        }
      }
    }
  }
}
