package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Network;
import io.meshwright.text.Words;
import java.util.HashSet;
import java.util.Set;

/** Every declared network has a cluster or a gateway. */
public final class UnusedNetwork implements LintRule {

  @Override
  public String id() {
    return "unused-network";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!Networks.areKnown(mesh)) {
      return; // the cluster that is in no known network may belong to the unused one
    }
    Set<String> used = new HashSet<>();
    mesh.topology().clusters().forEach(cluster -> cluster.network().ifPresent(used::add));
    for (Network network : mesh.topology().networks()) {
      if (!network.hasOwnEndpoints() && used.add(network.name())) {
        findings.at(
            network.at().child("name"),
            "no cluster is in network " + Words.quoted(network.name()),
            "leave it out, put a cluster in it, or give it gateways or address ranges");
      }
    }
  }
}
