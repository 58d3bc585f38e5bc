package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Installer;
import io.meshwright.text.Words;
import java.util.Set;

/** istiod's own Service lets remotes in only where its installer can change that Service. */
public final class IstiodServiceNotInCharts implements LintRule {
  private static final Set<Installer> BY_CHARTS = Set.of(Installer.HELM, Installer.SAIL);

  @Override
  public String id() {
    return "istiod-service-not-in-charts";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!BY_CHARTS.contains(mesh.topology().istio().installer())) {
      return;
    }
    for (ClusterFacts facts : mesh.clusters()) {
      if (facts.cluster().isPrimary() && facts.cluster().istiod().ownService()) {
        findings.at(
            facts.cluster().at().child("istiod").child("exposure"),
            "istiod's chart has no value for the type, the addresses or the ports of its Service, so "
                + mesh.topology().istio().installer().word()
                + " cannot open that of "
                + Words.quoted(facts.cluster().name())
                + " to remotes",
            "use exposure: eastWest, or install: istioctl");
      }
    }
  }
}
