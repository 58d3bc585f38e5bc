package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;

/** A cluster's Kubernetes still has the APIs that the mesh's Istio uses. */
public final class KubernetesTooNew implements LintRule {
  private static final int WITHOUT_BETA_WEBHOOKS = 22;
  private static final int WITHOUT_BETA_BUDGETS = 25;

  @Override
  public String id() {
    return "kubernetes-too-new";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      Cluster cluster = facts.cluster();
      int minor =
          cluster
              .kubernetesVersion()
              .map(version -> Integer.parseInt(version.split("\\.", -1)[1]))
              .orElse(0);
      if (minor >= WITHOUT_BETA_WEBHOOKS && facts.has(IstioFeature.BETA_WEBHOOKS)) {
        tell(
            cluster,
            "admissionregistration.k8s.io/v1beta1, which is gone since Kubernetes 1."
                + WITHOUT_BETA_WEBHOOKS,
            minor < WITHOUT_BETA_BUDGETS
                ? IstioFeature.BETA_WEBHOOKS
                : IstioFeature.BETA_DISRUPTION_BUDGETS,
            findings);
      } else if (minor >= WITHOUT_BETA_BUDGETS && facts.has(IstioFeature.BETA_DISRUPTION_BUDGETS)) {
        tell(
            cluster,
            "policy/v1beta1 and autoscaling/v2beta1, which are gone since Kubernetes 1."
                + WITHOUT_BETA_BUDGETS,
            IstioFeature.BETA_DISRUPTION_BUDGETS,
            findings);
      }
    }
  }

  private static void tell(Cluster cluster, String needed, IstioFeature until, Findings findings) {
    findings.at(
        cluster.at().child("kubernetes").child("version"),
        "Istio " + cluster.release().version() + " needs " + needed,
        "use Istio 1." + (until.until() + 1) + " or later, or an older Kubernetes");
  }
}
