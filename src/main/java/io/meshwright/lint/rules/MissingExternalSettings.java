package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;

/** A host of a control plane says for whom, and where it is reached. */
public final class MissingExternalSettings implements LintRule {
  @Override
  public String id() {
    return "missing-external-settings";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Cluster cluster : mesh.topology().clusters()) {
      if (cluster.isHost() && cluster.external().isEmpty()) {
        findings.at(
            cluster.at().child("role"),
            Words.quoted(cluster.name())
                + " hosts a control plane, and nothing says whose or where it is reached",
            "add external: with configCluster and host");
      }
    }
  }
}
