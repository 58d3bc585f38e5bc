package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;

/** Settings are shared where istiod reads more than the ConfigMap of its chart. */
public final class SettingsNotShared implements LintRule {

  @Override
  public String id() {
    return "settings-not-shared";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      if (mesh.topology().mesh().config().isEmpty()
          || !facts.installsIstiod()
          || facts.has(IstioFeature.SHARED_MESH_CONFIG)) {
        continue;
      }
      findings.at(
          new Pointer("/spec/mesh/config"),
          "istiod of Istio " + facts.version() + " reads one ConfigMap, and it is not this one",
          "use Istio 1."
              + IstioFeature.SHARED_MESH_CONFIG.since()
              + " or later, or put the settings under spec.meshConfig of a file that spec.overlays"
              + " names");
    }
  }
}
