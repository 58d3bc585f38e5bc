package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A NodePort is one, and belongs to a gateway that is a NodePort. */
public final class InvalidNodePort implements LintRule {
  private static final int FIRST = 30_000;
  private static final int LAST = 32_767;

  @Override
  public String id() {
    return "invalid-node-port";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Map<String, Cluster> taken = new HashMap<>();
    for (Cluster cluster : mesh.topology().clusters()) {
      if (cluster.eastWest().nodePort().isPresent()) {
        check(cluster, cluster.eastWest().nodePort().getAsInt(), taken, findings);
      }
    }
  }

  private static void check(
      Cluster cluster, int port, Map<String, Cluster> taken, Findings findings) {
    Pointer at = cluster.at().child("eastWest").child("nodePort");
    Exposure exposure = cluster.eastWest().exposure();
    if (port < FIRST || port > LAST) {
      findings.at(at, port + " is no NodePort", "use one of 30000 to 32767");
      return;
    }
    if (exposure != Exposure.NODE_PORT) {
      findings.at(
          at,
          "exposure " + exposure.word() + " has no NodePort",
          "leave nodePort out, or write exposure: nodePort");
      return;
    }
    sharedWith(cluster, port, taken)
        .ifPresent(
            other ->
                findings.at(
                    at,
                    "cluster " + Words.quoted(other.name()) + " has the same address and port",
                    "a node belongs to one cluster: correct the address"));
  }

  private static Optional<Cluster> sharedWith(
      Cluster cluster, int port, Map<String, Cluster> taken) {
    Optional<Cluster> other = Optional.empty();
    for (Address address : cluster.eastWest().addresses()) {
      if (!address.isPending()) {
        Cluster first = taken.putIfAbsent(address.normalized() + " " + port, cluster);
        if (first != null && first.network().equals(cluster.network()) && other.isEmpty()) {
          other = Optional.of(first).filter(found -> !found.name().equals(cluster.name()));
        }
      }
    }
    return other;
  }
}
