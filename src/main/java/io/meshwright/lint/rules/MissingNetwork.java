package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Network;
import io.meshwright.text.Words;
import java.util.List;

/** Every cluster is in a network. */
public final class MissingNetwork implements LintRule {

  @Override
  public String id() {
    return "missing-network";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    List<String> declared = mesh.topology().networks().stream().map(Network::name).toList();
    for (Cluster cluster : mesh.topology().clusters()) {
      if (cluster.network().isEmpty() && !cluster.isHost()) {
        findings.at(
            cluster.at().child("network"),
            "cluster " + Words.quoted(cluster.name()) + " does not say in which network it is",
            declared.isEmpty()
                ? "declare a network under spec.networks"
                : "write network: with one of " + Words.list(declared));
      }
    }
  }
}
