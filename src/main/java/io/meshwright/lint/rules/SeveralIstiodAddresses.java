package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Exposure;
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
      String owner = dialled.throughGateway() ? "eastWest" : "istiod";
      List<Address> addresses =
          dialled.throughGateway()
              ? dialled.cluster().eastWest().addresses()
              : dialled.cluster().istiod().addresses();
      boolean taken = dialled.cluster().istiod().host().isEmpty() && !isRefused(dialled);
      if (taken && addresses.size() > 1) {
        findings.at(
            dialled.cluster().at().child(owner).child("addresses").child(1),
            Words.list(dialled.remotes())
                + " would dial "
                + Words.quoted(addresses.get(0).text())
                + " alone: Istio takes one address of an istiod",
            dialled.throughGateway()
                ? "give istiod.addresses the one that stays when a machine goes; the gateway may"
                    + " have several"
                : "keep the one that stays when a machine goes, such as a load balancer's");
      }
    }
  }

  /** Whether nobody is let in by that gateway at all, which is another finding. */
  private static boolean isRefused(DialledIstiod dialled) {
    Exposure exposure = dialled.cluster().eastWest().exposure();
    return dialled.throughGateway()
        && exposure != Exposure.LOAD_BALANCER
        && exposure != Exposure.EXTERNAL_IP;
  }
}
