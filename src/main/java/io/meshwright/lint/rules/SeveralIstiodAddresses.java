package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.text.Words;
import java.util.List;

/** Of the addresses of an istiod, remotes are told one. */
public final class SeveralIstiodAddresses implements LintRule {

  @Override
  public String id() {
    return "several-istiod-addresses";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      List<Address> addresses = dialled.cluster().istiod().addresses();
      if (addresses.size() > 1 && dialled.cluster().istiod().host().isEmpty()) {
        findings.at(
            dialled.cluster().at().child("istiod").child("addresses").child(1),
            Words.list(dialled.remotes())
                + " would dial "
                + Words.quoted(addresses.get(0).text())
                + " alone: Istio takes one address of an istiod",
            "keep the one that stays when a machine goes, such as a load balancer's");
      }
    }
  }
}
