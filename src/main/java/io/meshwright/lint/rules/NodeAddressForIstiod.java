package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nobody is told to dial istiod at a node that serves NodePorts. */
public final class NodeAddressForIstiod implements LintRule {

  @Override
  public String id() {
    return "node-address-for-istiod";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Map<String, Cluster> nodes = nodes(mesh);
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      if (dialled.cluster().istiod().ownService()) {
        continue; // its nodes accept the port of that Service at those addresses
      }
      List<Address> addresses = dialled.cluster().istiod().addresses();
      Pointer at = dialled.cluster().at().child("istiod").child("addresses");
      for (int i = 0; i < addresses.size(); i++) {
        Cluster owner = nodes.get(addresses.get(i).normalized());
        if (owner != null) {
          findings.at(
              at.child(i),
              message(addresses.get(i).text(), owner),
              "give the address of a load balancer or of an external IP, where 15012 is open");
        }
      }
    }
    for (NamedOverlay overlay : NamedOverlay.of(mesh, facts -> facts.dials().isPresent())) {
      OverlayValue.of(overlay.tree(), "global", "remotePilotAddress")
          .filter(value -> !isOwnService(overlay.cluster(), value.text()))
          .ifPresent(value -> check(overlay, value, nodes, findings));
    }
  }

  /** Whether the primary's nodes accept at {@code address} what is sent to its istiod. */
  private static boolean isOwnService(ClusterFacts remote, String address) {
    return remote.dials().stream()
        .map(Cluster::istiod)
        .anyMatch(
            istiod -> istiod.ownService() && istiod.addresses().contains(new Address(address)));
  }

  private static void check(
      NamedOverlay overlay, OverlayValue value, Map<String, Cluster> nodes, Findings findings) {
    Cluster owner = nodes.get(new Address(value.text()).normalized());
    if (owner != null) {
      findings.in(
          overlay.tree(),
          value.at(),
          message(value.text(), owner),
          "take it out of the overlay; istiod.addresses, or eastWest.addresses, of the primary in"
              + " the topology say where its remotes dial");
    }
  }

  private static String message(String address, Cluster owner) {
    return Words.quoted(address)
        + " is a node of "
        + Words.quoted(owner.name())
        + ", whose gateway is reached by NodePorts: nothing listens there on port 15012";
  }

  /** Returns the clusters whose gateways are NodePorts, by the addresses of their nodes. */
  private static Map<String, Cluster> nodes(MeshFacts mesh) {
    Map<String, Cluster> nodes = new HashMap<>();
    for (ClusterFacts facts : mesh.clusters()) {
      Cluster cluster = facts.cluster();
      if (facts.hasGateway() && cluster.eastWest().exposure() == Exposure.NODE_PORT) {
        cluster.eastWest().addresses().stream()
            .filter(address -> !address.isPending() && !Placeholder.in(address.text()))
            .forEach(address -> nodes.putIfAbsent(address.normalized(), cluster));
      }
    }
    return nodes;
  }
}
