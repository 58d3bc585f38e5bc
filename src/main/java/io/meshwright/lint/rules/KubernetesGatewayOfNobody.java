package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.EastWest;
import io.meshwright.model.GatewayApi;
import io.meshwright.text.Words;

/** A Kubernetes Gateway has an istiod in its cluster that makes it. */
public final class KubernetesGatewayOfNobody implements LintRule {

  @Override
  public String id() {
    return "kubernetes-gateway-of-nobody";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().mesh().isAmbient()) {
      return; // ambient-too-old and ambient-not-primary
    }
    for (ClusterFacts facts : mesh.clusters()) {
      EastWest eastWest = facts.cluster().eastWest();
      if (eastWest.api() != GatewayApi.KUBERNETES || !facts.hasGateway()) {
        continue;
      }
      if (!facts.has(IstioFeature.KUBERNETES_GATEWAY)) {
        findings.at(
            eastWest.at().child("api"),
            "Meshwright renders Kubernetes Gateways for Istio 1."
                + IstioFeature.KUBERNETES_GATEWAY.since()
                + " and later, and "
                + Words.quoted(facts.cluster().name())
                + " runs "
                + facts.version(),
            "leave api out");
      } else if (!facts.runsIstiod()) {
        findings.at(
            eastWest.at().child("api"),
            facts.holdsConfiguration()
                ? "Meshwright renders no Kubernetes Gateways for a control plane that another cluster"
                    + " hosts"
                : "an istiod makes Kubernetes Gateways of its own cluster alone, and "
                    + Words.quoted(facts.cluster().name())
                    + " is a remote: it would have no gateway",
            "write api: istio for this cluster");
      }
    }
  }
}
