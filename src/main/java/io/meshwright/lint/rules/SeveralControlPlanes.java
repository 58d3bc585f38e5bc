package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.List;

/** A mesh has one primary where Istio cannot make several control planes one mesh. */
public final class SeveralControlPlanes implements LintRule {

  @Override
  public String id() {
    return "several-control-planes";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.has(IstioFeature.ONE_CONTROL_PLANE)) {
      return;
    }
    List<Cluster> primaries =
        mesh.topology().clusters().stream().filter(Cluster::isPrimary).toList();
    for (Cluster further : primaries.stream().skip(1).toList()) {
      findings.at(
          further.at().child("role"),
          "Istio "
              + mesh.topology().istio().version()
              + " knows one control plane in a mesh of several clusters, and "
              + Words.quoted(further.name())
              + " would be another beside "
              + Words.quoted(primaries.get(0).name()),
          "make it a remote: role: remote, controlPlanes: ["
              + Words.plain(primaries.get(0).name())
              + "]; or use Istio 1."
              + (IstioFeature.ONE_CONTROL_PLANE.until() + 1)
              + " or later");
    }
  }
}
