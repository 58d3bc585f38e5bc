package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.External;
import io.meshwright.text.NearestName;
import io.meshwright.text.Words;
import java.util.List;

/** A hosted control plane takes its configuration from a cluster of the mesh. */
public final class UnknownConfigCluster implements LintRule {
  @Override
  public String id() {
    return "unknown-config-cluster";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    List<String> known = mesh.topology().clusters().stream().map(Cluster::name).toList();
    for (Cluster host : mesh.topology().clusters()) {
      host.external()
          .filter(external -> host.isHost() && !known.contains(external.configCluster()))
          .ifPresent(external -> tell(host, external, known, findings));
    }
  }

  private static void tell(Cluster host, External external, List<String> known, Findings findings) {
    findings.at(
        external.at().child("configCluster"),
        "there is no cluster " + Words.quoted(external.configCluster()),
        NearestName.suggest(external.configCluster(), known)
            + "name a remote that has controlPlanes: ["
            + Words.plain(host.name())
            + "]");
  }
}
