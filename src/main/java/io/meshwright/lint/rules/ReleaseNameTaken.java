package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Installer;
import io.meshwright.text.Words;
import java.util.Set;

/** Helm knows a release by its name, and no other release has a gateway's. */
public final class ReleaseNameTaken implements LintRule {
  /** The names of plan/ChartReleases; those of istiods are the matter of another rule. */
  private static final Set<String> RELEASES = Set.of("istio-base", "istio-cni", "ztunnel");

  @Override
  public String id() {
    return "release-name-taken";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Installer installer = mesh.topology().istio().installer();
    if (installer != Installer.HELM && installer != Installer.SAIL) {
      return;
    }
    for (ClusterFacts facts : mesh.clusters()) {
      String name = facts.cluster().eastWest().name();
      if (facts.installsGateway() && RELEASES.contains(name)) {
        findings.at(
            facts.cluster().at().child("eastWest").child("name"),
            "the gateway of "
                + Words.quoted(facts.cluster().name())
                + " would have the name of Istio's own release "
                + Words.quoted(name),
            "leave the name out, or choose another one");
      }
    }
  }
}
