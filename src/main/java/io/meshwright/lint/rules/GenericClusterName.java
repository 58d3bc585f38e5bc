package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.List;

/** In a mesh of several clusters none has a name that an installer gives to every cluster. */
public final class GenericClusterName implements LintRule {
  private static final List<String> GENERIC =
      List.of("cluster-local", "default", "kubernetes", "minikube");

  @Override
  public String id() {
    return "generic-cluster-name";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().clusters().size() < 2) {
      return;
    }
    for (Cluster cluster : mesh.topology().clusters()) {
      boolean byName = GENERIC.contains(cluster.name());
      if (byName || GENERIC.contains(cluster.id())) {
        String name = byName ? cluster.name() : cluster.id();
        findings.at(
            cluster.at().child(byName ? "name" : "id"),
            Words.quoted(name) + " is what installers call every cluster",
            "use a name that tells this cluster from the others, such as \"eu1\"");
      }
    }
  }
}
