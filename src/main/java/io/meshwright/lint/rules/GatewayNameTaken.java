package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.text.Words;

/** No gateway has the name of istiod's own Deployment and Service, beside which it is installed. */
public final class GatewayNameTaken implements LintRule {
  private static final String ISTIOD = "istiod";

  @Override
  public String id() {
    return "gateway-name-taken";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    String revised =
        mesh.topology().istio().revision().map(name -> ISTIOD + "-" + name).orElse(ISTIOD);
    for (ClusterFacts facts : mesh.clusters()) {
      String name = facts.cluster().eastWest().name();
      if (facts.installsGateway() && (name.equals(ISTIOD) || name.equals(revised))) {
        findings.at(
            facts.cluster().at().child("eastWest").child("name"),
            "the gateway of "
                + Words.quoted(facts.cluster().name())
                + " would replace the Deployment and Service "
                + Words.quoted(name)
                + " of istiod",
            "leave the name out, or choose another one");
      }
    }
  }
}
