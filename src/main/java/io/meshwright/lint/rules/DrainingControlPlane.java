package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.List;

/** Nobody depends on a cluster that is on its way out. */
public final class DrainingControlPlane implements LintRule {

  @Override
  public String id() {
    return "draining-control-plane";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      if (facts.cluster().isDraining()) {
        tell(facts, facts.remotes(), "the istiod that it runs serves ", findings);
        tell(facts, facts.configures(), "it holds the configuration of the istiod of ", findings);
      }
    }
  }

  private static void tell(
      ClusterFacts facts, List<Cluster> dependents, String why, Findings findings) {
    List<String> staying =
        dependents.stream().filter(other -> !other.isDraining()).map(Cluster::name).toList();
    if (!staying.isEmpty()) {
      findings.at(
          facts.cluster().at().child("lifecycle"),
          Words.quoted(facts.cluster().name())
              + " cannot leave: "
              + why
              + Words.list(staying)
              + ", which "
              + (staying.size() == 1 ? "stays" : "stay"),
          "give "
              + Words.list(staying)
              + " another control plane first, or let "
              + (staying.size() == 1 ? "it" : "them")
              + " leave, too");
    }
  }
}
