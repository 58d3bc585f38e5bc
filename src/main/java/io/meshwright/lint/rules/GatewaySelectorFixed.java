package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.text.Words;
import java.util.Optional;

/** Before east-west gateways, what leads remotes to istiod selects the standard gateway only. */
public final class GatewaySelectorFixed implements LintRule {
  private static final String LABEL = "istio";
  private static final String STANDARD = "ingressgateway";

  @Override
  public String id() {
    return "gateway-selector-fixed";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.has(IstioFeature.MESH_EXPANSION) || mesh.has(IstioFeature.EAST_WEST_GATEWAY)) {
      return;
    }
    for (ClusterFacts facts : mesh.clusters()) {
      Optional<String> own =
          Optional.ofNullable(facts.cluster().eastWest().selector().get(LABEL))
              .filter(value -> !value.equals(STANDARD));
      if (own.isPresent() && facts.exposesIstiod()) {
        findings.at(
            facts.cluster().eastWest().at().child("selector").child(LABEL),
            "Istio "
                + mesh.topology().istio().version()
                + " leads remotes to istiod through the pods with \"istio: ingressgateway\" alone,"
                + " and those of "
                + Words.quoted(facts.cluster().name())
                + " would have "
                + Words.quoted(LABEL + ": " + own.get()),
            "leave this label out; or use istiod.exposure: service, or Istio 1.8 or later");
      }
    }
  }
}
