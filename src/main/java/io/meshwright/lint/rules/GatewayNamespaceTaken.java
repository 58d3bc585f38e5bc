package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.External;
import io.meshwright.text.Words;

/** The gateway in front of a hosted istiod has a namespace of its own. */
public final class GatewayNamespaceTaken implements LintRule {
  @Override
  public String id() {
    return "gateway-namespace-taken";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    String namespace = mesh.topology().istio().namespace();
    for (Cluster host : mesh.topology().clusters()) {
      host.external()
          .filter(external -> host.isHost() && external.gatewayNamespace().equals(namespace))
          .ifPresent(external -> tell(host, external, findings));
    }
  }

  private static void tell(Cluster host, External external, Findings findings) {
    findings.at(
        external.at().child("gatewayNamespace"),
        "in "
            + Words.quoted(host.name())
            + " the hosted istiod and that of the gateway in front of it would both be named istiod"
            + " in namespace "
            + Words.quoted(external.gatewayNamespace()),
        "write spec.istio.namespace: external-istiod, or another external.gatewayNamespace");
  }
}
