package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.text.Words;

/** The Service that istiod makes of a Kubernetes Gateway has the name of its class, too. */
public final class GatewayNameTooLong implements LintRule {
  /** A Service's name is a DNS label. */
  private static final int LONGEST = 63;

  private static final String CLASS = "-istio";

  @Override
  public String id() {
    return "gateway-name-too-long";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (mesh.topology().mesh().isAmbient()) {
      return; // the class istio-east-west adds nothing
    }
    for (ClusterFacts facts : mesh.clusters()) {
      String service = facts.cluster().eastWest().name() + CLASS;
      if (facts.makesKubernetesGateway() && service.length() > LONGEST) {
        findings.at(
            facts.cluster().eastWest().at().child("name"),
            "of "
                + Words.quoted(facts.cluster().eastWest().name())
                + " istiod would make the name of a Service with "
                + service.length()
                + " characters, and Kubernetes takes "
                + LONGEST,
            "shorten the name by " + (service.length() - LONGEST));
      }
    }
  }
}
