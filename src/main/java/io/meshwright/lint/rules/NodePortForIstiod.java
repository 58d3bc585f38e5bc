package io.meshwright.lint.rules;

import io.meshwright.facts.IstioFeature;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.text.Words;

/** Remotes do not dial an istiod through a gateway whose ports are NodePorts. */
public final class NodePortForIstiod implements LintRule {

  @Override
  public String id() {
    return "node-port-for-istiod";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    boolean injects = !mesh.has(IstioFeature.LOCAL_ISTIOD);
    String dials =
        injects ? "proxies dial port 15012 and API servers port 15017" : "proxies dial port 15012";
    String listens = injects ? "15012 and 15017" : "15012";
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      Cluster primary = dialled.cluster();
      if (dialled.throughGateway() && primary.eastWest().exposure() == Exposure.NODE_PORT) {
        findings.at(
            primary.at().child("eastWest").child("exposure"),
            Words.list(dialled.remotes())
                + " cannot reach the istiod of "
                + Words.quoted(primary.name())
                + " through a NodePort: "
                + dials
                + ", and a NodePort is 30000 to 32767",
            "use loadBalancer or externalIP, or give istiod.addresses"
                + (injects ? " or istiod.host" : "")
                + " of something that listens on "
                + listens);
      }
    }
  }
}
