package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.text.Words;

/** The gateway in front of a hosted istiod has the ports that are dialled. */
public final class ExposureOfAHost implements LintRule {
  @Override
  public String id() {
    return "exposure-of-a-host";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Cluster host : mesh.topology().clusters()) {
      if (!host.isHost()) {
        continue;
      }
      Exposure exposure = host.eastWest().exposure();
      if (exposure == Exposure.EXTERNAL_IP && host.eastWest().addresses().isEmpty()) {
        findings.at(
            host.eastWest().at().child("addresses"),
            "exposure externalIP of " + Words.quoted(host.name()) + " needs an address",
            "give eastWest.addresses; pending, if not known");
      } else if (exposure != Exposure.EXTERNAL_IP && exposure != Exposure.LOAD_BALANCER) {
        findings.at(
            host.eastWest().at().child("exposure"),
            "with exposure "
                + exposure.word()
                + " nobody reaches ports 15012 and 15017 of the gateway of "
                + Words.quoted(host.name()),
            "use loadBalancer, or externalIP with addresses");
      }
    }
  }
}
