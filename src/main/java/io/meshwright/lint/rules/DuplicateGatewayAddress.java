package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.AddressesFor;
import io.meshwright.model.Cluster;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.model.Network;
import io.meshwright.model.StaticGateway;
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
    Map<String, Way> taken = new HashMap<>();
    for (Cluster cluster : mesh.topology().clusters()) {
      List<Address> addresses = cluster.eastWest().addresses();
      boolean gateway = port(cluster).isPresent() && !cluster.isHost();
      for (int i = 0; gateway && i < addresses.size(); i++) {
        Pointer at = cluster.at().child("eastWest").child("addresses").child(i);
        Way way =
            new Way(
                "cluster " + Words.quoted(cluster.name()), cluster.network().orElse(""), false, at);
        check(addresses.get(i), port(cluster).getAsInt(), way, taken, findings);
      }
    }
    for (Network network : mesh.topology().networks()) {
      for (StaticGateway gateway : network.gateways()) {
        Way way =
            new Way(
                "network " + Words.quoted(network.name()),
                network.name(),
                true,
                gateway.at().child("address"));
        check(gateway.address(), gateway.port(), way, taken, findings);
      }
    }
    mesh.topology().clusters().stream()
        .filter(cluster -> port(cluster).isPresent() && !cluster.isHost())
        .forEach(cluster -> checkSeenFrom(cluster, taken, findings));
  }

  /** Addresses for one network are compared with those that everybody uses, which it sees too. */
  private static void checkSeenFrom(Cluster cluster, Map<String, Way> taken, Findings findings) {
    String network = cluster.network().orElse("");
    for (AddressesFor other : cluster.eastWest().addressesFor()) {
      for (int i = 0; i < other.addresses().size(); i++) {
        Address address = other.addresses().get(i);
        Way first = taken.get(address.normalized() + " " + port(cluster).getAsInt());
        if (first != null && first.listed() && !first.network().equals(network)) {
          tellOther(address, first, other.at().child("addresses").child(i), findings);
        }
      }
    }
  }

  private static void tellOther(Address address, Way first, Pointer at, Findings findings) {
    findings.at(
        at,
        Words.quoted(address.text())
            + " is also the gateway of "
            + first.owner()
            + (first.listed() ? "" : ", which is in another network"),
        "give each network's gateway an address of its own, or another port");
  }

  /**
   * A way into a network.
   *
   * @param owner what it is of, in words
   * @param network the network's name
   * @param listed whether the network itself lists it
   * @param at where the topology has its address
   */
  private record Way(String owner, String network, boolean listed, Pointer at) {}

  private static void check(
      Address address, int port, Way way, Map<String, Way> taken, Findings findings) {
    if (address.isPending() || Placeholder.in(address.text())) {
      return;
    }
    Way first = taken.putIfAbsent(address.normalized() + " " + port, way);
    if (first == null) {
      return;
    }
    if (!first.network().equals(way.network())) {
      tellOther(address, first, way.at(), findings);
    } else if (way.listed()) {
      findings.at(
          way.at(),
          Words.quoted(address.text())
              + " is also the gateway of "
              + first.owner()
              + ": an istiod that knows it twice sends it twice its share",
          "take it out: the network has this gateway already");
    }
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
