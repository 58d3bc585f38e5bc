package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.List;

/** A remote of a hosted control plane uses no other. */
public final class MixedControlPlanes implements LintRule {
  @Override
  public String id() {
    return "mixed-control-planes";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      List<Cluster> controlPlanes = facts.controlPlanes();
      if (controlPlanes.size() > 1 && controlPlanes.stream().anyMatch(Cluster::isHost)) {
        List<String> hosts =
            controlPlanes.stream().filter(Cluster::isHost).map(Cluster::name).toList();
        findings.at(
            facts.cluster().at().child("controlPlanes"),
            Words.quoted(facts.cluster().name())
                + " cannot use the control plane that "
                + Words.list(hosts)
                + (hosts.size() == 1 ? " hosts" : " host")
                + " together with another one",
            "keep one host alone, or primaries alone");
      }
    }
  }
}
