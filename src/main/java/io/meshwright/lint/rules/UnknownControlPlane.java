package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.NearestName;
import io.meshwright.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A remote's control planes are clusters of the mesh. */
public final class UnknownControlPlane implements LintRule {

  @Override
  public String id() {
    return "unknown-control-plane";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Set<String> known = new HashSet<>();
    mesh.topology().clusters().forEach(cluster -> known.add(cluster.name()));
    List<String> primaries = Primaries.names(mesh.topology());
    for (Cluster cluster : mesh.topology().clusters()) {
      if (!cluster.isRemote()) {
        continue;
      }
      for (int i = 0; i < cluster.controlPlanes().size(); i++) {
        String name = cluster.controlPlanes().get(i);
        if (!known.contains(name)) {
          findings.at(
              cluster.at().child("controlPlanes").child(i),
              "there is no cluster " + Words.quoted(name),
              NearestName.suggest(name, primaries) + Primaries.nameOne(mesh.topology()));
        }
      }
    }
  }
}
