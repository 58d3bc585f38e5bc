package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Role;
import java.util.Optional;

/** Who runs an ambient mesh of several clusters knows what Istio promises of it. */
public final class AmbientNotStable implements LintRule {

  @Override
  public String id() {
    return "ambient-not-stable";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    boolean several = mesh.clusters().size() > 1;
    boolean sound =
        mesh.clusters().stream().allMatch(facts -> facts.cluster().role() == Role.PRIMARY);
    if (!mesh.topology().mesh().isAmbient() || !several || !sound) {
      return;
    }
    Optional<ClusterFacts> alpha =
        mesh.clusters().stream()
            .filter(facts -> facts.has(IstioFeature.AMBIENT_OF_SEVERAL_CLUSTERS))
            .filter(facts -> !facts.has(IstioFeature.AMBIENT_BETA))
            .findFirst();
    if (alpha.isPresent()) {
      findings.at(
          AmbientTooOld.DATA_PLANE,
          "in Istio "
              + alpha.get().cluster().release().version()
              + " an ambient mesh of several clusters is alpha: Istio may change it in any release",
          "use Istio 1." + IstioFeature.AMBIENT_BETA.since() + " or later, where it is beta");
    } else if (!mesh.multiNetwork() && mesh.clusters().stream().allMatch(AmbientNotStable::has)) {
      findings.at(
          AmbientTooOld.DATA_PLANE,
          "Istio does not test an ambient mesh of several clusters in one network",
          "give each cluster a network of its own, or test what you rely on yourself");
    }
  }

  private static boolean has(ClusterFacts facts) {
    return facts.has(IstioFeature.AMBIENT_OF_SEVERAL_CLUSTERS);
  }
}
