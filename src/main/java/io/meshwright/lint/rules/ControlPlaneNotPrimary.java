package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.List;

/** A remote's control planes are primaries. */
public final class ControlPlaneNotPrimary implements LintRule {

  @Override
  public String id() {
    return "control-plane-not-primary";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    List<String> primaries = Primaries.names(mesh.topology());
    if (primaries.isEmpty()) {
      return;
    }
    ControlPlaneLoops loops = ControlPlaneLoops.of(mesh.topology());
    for (Cluster cluster : mesh.topology().clusters()) {
      if (!cluster.isRemote()) {
        continue;
      }
      for (int i = 0; i < cluster.controlPlanes().size(); i++) {
        String name = cluster.controlPlanes().get(i);
        if (loops.isRemote(name) && !loops.holds(cluster.name(), name)) {
          findings.at(
              cluster.at().child("controlPlanes").child(i),
              "cluster " + Words.quoted(name) + " runs no istiod: it is a remote itself",
              Primaries.nameOne(mesh.topology()));
        }
      }
    }
  }
}
