package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Installer;

/** No cluster has the name that Istio falls back to, or one that its operator passes over. */
public final class ReservedClusterName implements LintRule {
  static final String RESERVED = "Kubernetes";

  /** How istioctl names the record of what it installed; its operator takes no such object. */
  private static final String RECORD = "installed-state";

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
      } else if (mesh.topology().istio().installer() == Installer.OPERATOR
          && IstioFeature.RECORDS_PASSED_OVER.in(cluster.release().version())
          && cluster.name().startsWith(RECORD)) {
        findings.at(
            cluster.at().child("name"),
            "Istio's operator passes over every IstioOperator whose name begins with \"installed-state\"",
            "give the cluster another name, or use install: istioctl");
      }
    }
  }
}
