package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.text.Words;

/** Remotes dial an istiod by its IP address where Istio makes Endpoints of it. */
public final class IstiodByHostName implements LintRule {

  @Override
  public String id() {
    return "istiod-by-host-name";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      if (!dialled.primary().has(IstioFeature.LOCAL_ISTIOD)) {
        continue;
      }
      dialled.addresses().stream()
          .filter(placed -> placed.address().isDnsName())
          .forEach(
              placed ->
                  findings.at(
                      placed.at(),
                      Words.list(dialled.remotes())
                          + " cannot dial istiod by the host name "
                          + Words.quoted(placed.address().text())
                          + ": Istio "
                          + dialled.primary().version()
                          + " writes it into Endpoints, which Kubernetes refuses",
                      "use Istio 1."
                          + (IstioFeature.LOCAL_ISTIOD.until() + 1)
                          + " or later, or give the IP address as istiod.addresses"));
    }
  }
}
