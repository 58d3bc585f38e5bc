package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.text.Words;

/** There is a way from remotes to the istiod that they dial. */
public final class NoGatewayForIstiod implements LintRule {

  @Override
  public String id() {
    return "no-gateway-for-istiod";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      Cluster primary = dialled.cluster();
      if (breaks(dialled)) {
        findings.at(
            primary.at().child("eastWest").child("exposure"),
            "without an east-west gateway there is no way for "
                + Words.list(dialled.remotes())
                + " to the istiod of "
                + Words.quoted(primary.name()),
            "choose another exposure, or give istiod.addresses or istiod.host");
      }
    }
  }

  static boolean breaks(DialledIstiod dialled) {
    return dialled.throughGateway() && dialled.cluster().eastWest().exposure() == Exposure.NONE;
  }
}
