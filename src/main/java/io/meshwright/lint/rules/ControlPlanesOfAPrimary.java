package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;

/** A cluster that runs an istiod for the mesh names no control plane. */
public final class ControlPlanesOfAPrimary implements LintRule {

  @Override
  public String id() {
    return "control-planes-of-a-primary";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Cluster cluster : mesh.topology().clusters()) {
      if (!cluster.isRemote() && !cluster.controlPlanes().isEmpty()) {
        findings.at(
            cluster.at().child("controlPlanes"),
            cluster.isHost()
                ? Words.quoted(cluster.name())
                    + " hosts a control plane for others, and none of its own pods is in the mesh"
                : "primary "
                    + Words.quoted(cluster.name())
                    + " runs its own istiod and uses no other",
            "leave out controlPlanes, or add role: remote");
      }
    }
  }
}
