package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;

/** An ambient mesh runs an Istio whose ambient mode knows several clusters. */
public final class AmbientTooOld implements LintRule {
  /** Where a topology chooses its data plane. */
  static final Pointer DATA_PLANE = new Pointer("/spec/mesh/dataPlane");

  @Override
  public String id() {
    return "ambient-too-old";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.topology().mesh().isAmbient()) {
      return;
    }
    mesh.clusters().stream()
        .filter(facts -> !facts.has(IstioFeature.AMBIENT_OF_SEVERAL_CLUSTERS))
        .findFirst()
        .ifPresent(
            facts ->
                findings.at(
                    DATA_PLANE,
                    "Istio "
                        + facts.cluster().release().version()
                        + " has no ambient mode over several clusters: it has neither gateways"
                        + " between their networks, nor ztunnels that know their own network",
                    "use Istio 1."
                        + IstioFeature.AMBIENT_OF_SEVERAL_CLUSTERS.since()
                        + " or later, or sidecars"));
  }
}
