package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.model.GatewayApi;
import io.meshwright.text.Words;

/** A canary has a gateway of its own, so that the gateway is upgraded in steps, too. */
public final class CanaryWithoutGateway implements LintRule {

  @Override
  public String id() {
    return "canary-without-gateway";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().mesh().isAmbient()) {
      return; // no canary at all
    }
    for (ClusterFacts facts : mesh.clusters()) {
      if (facts.cluster().release().canary().isPresent()
          && facts.multiNetwork()
          && facts.installsGateway()
          && !CanaryNotPossible.isHosted(facts)
          && !CanaryNotPossible.leadsToOne(facts)
          && !facts.canHaveSecondGateway()) {
        findings.at(
            facts.cluster().eastWest().at(),
            "the canary of "
                + Words.quoted(facts.cluster().name())
                + " gets no gateway of its own: "
                + reason(facts.cluster().eastWest()),
            "nothing to do: the gateway stays with the first istiod and restarts when the canary"
                + " becomes that one; choose a quiet hour, or have several replicas");
      }
    }
  }

  private static String reason(EastWest eastWest) {
    if (eastWest.api() == GatewayApi.KUBERNETES) {
      return "one istiod makes it of its Kubernetes Gateway";
    }
    if (eastWest.exposure() == Exposure.LOAD_BALANCER) {
      if (eastWest.service().loadBalancerIp().isPresent()) {
        return "a second Service cannot have its loadBalancerIP";
      }
      if (!eastWest.service().annotations().isEmpty()) {
        return "the annotations of its Service may name an address, which a second one cannot have";
      }
    }
    if (eastWest.exposure() == Exposure.EXTERNAL_IP) {
      return "two Services of one external IP cannot have the same port";
    }
    if (eastWest.exposure() == Exposure.NODE_PORT && eastWest.nodePort().isPresent()) {
      return "a second Service cannot have its nodePort";
    }
    return "its addresses are listed, and nobody lists those of a second one";
  }
}
