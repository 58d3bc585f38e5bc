package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.text.Words;

/** A hosted control plane has a version whose forms are rendered. */
public final class NoHostedControlPlane implements LintRule {
  @Override
  public String id() {
    return "no-hosted-control-plane";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts host : mesh.hosts()) {
      if (!host.has(IstioFeature.HOSTED_CONTROL_PLANE)) {
        findings.at(
            host.cluster().at().child("role"),
            "nothing is rendered for the control plane that "
                + Words.quoted(host.cluster().name())
                + " hosts: in Istio "
                + host.cluster().release().version()
                + " it has other forms",
            "use Istio 1."
                + IstioFeature.HOSTED_CONTROL_PLANE.since()
                + " or later, or make the cluster a primary");
      }
    }
  }
}
