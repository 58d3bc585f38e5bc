package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.List;

/** Who drains a remote knows that its own control planes go on to send traffic there. */
public final class DrainingRemote implements LintRule {

  @Override
  public String id() {
    return "draining-remote";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      if (facts.cluster().isDraining() && !facts.controlPlanes().isEmpty()) {
        List<String> own = facts.controlPlanes().stream().map(Cluster::name).toList();
        findings.at(
            facts.cluster().at().child("lifecycle"),
            "the istiod of "
                + Words.list(own)
                + " lets the proxies of "
                + Words.quoted(facts.cluster().name())
                + " in, so it goes on to know the endpoints there, and to send traffic to them",
            "scale the workloads of "
                + Words.quoted(facts.cluster().name())
                + " down before you take it out of the topology");
      }
    }
  }
}
