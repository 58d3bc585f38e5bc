package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.HashMap;
import java.util.Map;

/** An engine tells the clusters apart by their destinations. */
public final class DuplicateDestination implements LintRule {

  @Override
  public String id() {
    return "duplicate-destination";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.topology().gitOps().hasEngine()) {
      return;
    }
    Map<String, Cluster> taken = new HashMap<>();
    for (Cluster cluster : mesh.topology().clusters()) {
      Cluster first = taken.putIfAbsent(cluster.destination(), cluster);
      if (first != null && !first.name().equals(cluster.name())) {
        findings.at(
            at(cluster),
            "the destination "
                + Words.quoted(cluster.destination())
                + " is that of cluster "
                + Words.quoted(first.name())
                + " in line "
                + findings.line(at(first))
                + ", too",
            "two clusters have two destinations: correct gitops.destination of one");
      }
    }
  }

  private static Pointer at(Cluster cluster) {
    return cluster.at().child("gitops").child("destination");
  }
}
