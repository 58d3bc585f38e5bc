package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.List;

/** A remote says whose istiod it uses. */
public final class RemoteWithoutControlPlane implements LintRule {

  @Override
  public String id() {
    return "remote-without-control-plane";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    List<String> primaries = Primaries.names(mesh.topology());
    if (primaries.isEmpty()) {
      return;
    }
    for (Cluster cluster : mesh.topology().clusters()) {
      if (cluster.isRemote() && cluster.controlPlanes().isEmpty()) {
        findings.at(
            cluster.at().child("controlPlanes"),
            "remote " + Words.quoted(cluster.name()) + " does not say whose istiod it uses",
            "list a primary under controlPlanes: " + Words.list(primaries));
      }
    }
  }
}
