package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;

/** A host of a control plane is in no network of the mesh. */
public final class NetworkOfAHost implements LintRule {
  @Override
  public String id() {
    return "network-of-a-host";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Cluster cluster : mesh.topology().clusters()) {
      if (cluster.isHost() && cluster.network().isPresent()) {
        findings.at(
            cluster.at().child("network"),
            Words.quoted(cluster.name())
                + " hosts a control plane for others: none of its own pods is in a network of the"
                + " mesh",
            "leave network out");
      }
    }
  }
}
