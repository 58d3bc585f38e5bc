package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;

/** No cluster has the name that Istio falls back to. */
public final class ReservedClusterName implements LintRule {
  static final String RESERVED = "Kubernetes";

  @Override
  public String id() {
    return "reserved-cluster-name";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Cluster cluster : mesh.topology().clusters()) {
      boolean byName = cluster.name().equals(RESERVED);
      if (byName || cluster.id().equals(RESERVED)) {
        findings.at(
            cluster.at().child(byName ? "name" : "id"),
            "\"Kubernetes\" is what every cluster without a name is called by Istio",
            "give the cluster a name of its own, such as \"eu1\"");
      }
    }
  }
}
