package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** One address and port leads to one network. */
public final class DuplicateGatewayAddress implements LintRule {

  @Override
  public String id() {
    return "duplicate-gateway-address";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.multiNetwork() || !Networks.areKnown(mesh)) {
      return;
    }
    Map<String, Cluster> taken = new HashMap<>();
    for (Cluster cluster : mesh.topology().clusters()) {
      List<Address> addresses = cluster.eastWest().addresses();
      for (int i = 0; i < addresses.size() && port(cluster).isPresent(); i++) {
        Address address = addresses.get(i);
        if (address.isPending() || Placeholder.in(address.text())) {
          continue;
        }
        String key = address.normalized() + " " + port(cluster).getAsInt();
        Cluster first = taken.putIfAbsent(key, cluster);
        if (first != null && !first.network().equals(cluster.network())) {
          tell(
              first, address, cluster.at().child("eastWest").child("addresses").child(i), findings);
        }
      }
    }
  }

  private static void tell(Cluster first, Address address, Pointer at, Findings findings) {
    findings.at(
        at,
        Words.quoted(address.text())
            + " is also the gateway of cluster "
            + Words.quoted(first.name())
            + ", which is in another network",
        "give each network's gateway an address of its own, or another port");
  }

  /** Returns the port at the gateway's addresses; none where Kubernetes chooses it. */
  private static OptionalInt port(Cluster cluster) {
    EastWest eastWest = cluster.eastWest();
    if (eastWest.exposure() == Exposure.NODE_PORT) {
      return eastWest.nodePort();
    }
    return eastWest.exposure() == Exposure.NONE
        ? OptionalInt.empty()
        : OptionalInt.of(eastWest.port());
  }
}
