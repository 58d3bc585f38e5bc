package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Installer;
import io.meshwright.model.Istio;

/** An operator in the cluster installs only what it has a release for. */
public final class OperatorNotInCluster implements LintRule {

  @Override
  public String id() {
    return "operator-not-in-cluster";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Istio istio = mesh.topology().istio();
    for (NamedVersion named : NamedVersion.of(mesh.topology())) {
      if (istio.installer() != Installer.OPERATOR
          || !named.version().since(IstioFeature.IN_CLUSTER_OPERATOR.until() + 1)) {
        continue;
      }
      findings.at(
          istio.at().child("install"),
          "Istio "
              + named.version()
              + " has no operator that runs in the cluster: nothing would install istiod",
          "use istioctl, or Istio 1." + IstioFeature.IN_CLUSTER_OPERATOR.until() + " or older");
    }
  }
}
