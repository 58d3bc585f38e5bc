package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.text.Words;
import java.util.Optional;

/** Remotes do not dial an istiod through a gateway whose ports are NodePorts. */
public final class NodePortForIstiod implements LintRule {

  @Override
  public String id() {
    return "node-port-for-istiod";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      Cluster primary = dialled.cluster();
      if (dialled.throughGateway() && primary.eastWest().exposure() == Exposure.NODE_PORT) {
        String their = dialled.remotes().size() > 1 ? "their" : "its";
        findings.at(
            primary.at().child("eastWest").child("exposure"),
            Words.list(dialled.remotes())
                + " would dial "
                + target(primary)
                + " for "
                + their
                + " configuration"
                + (dialled.primary().has(IstioFeature.LOCAL_ISTIOD)
                    ? ""
                    : ", and " + their + " API server port 15017")
                + ", but a NodePort Service opens only 30000-32767 on a node, and Istio "
                + dialled.primary().version()
                + " takes an address without a port; that is why "
                + their
                + " proxies would never be ready: "
                + complaint(dialled.primary()),
            "use externalIP with an address of that node, or a loadBalancer; or let nodes accept"
                + " istiod's own port: istiod: {exposure: service, addresses: [...]}");
      }
    }
  }

  private static String target(Cluster primary) {
    Optional<Address> address =
        primary.eastWest().addresses().stream().filter(known -> !known.isPending()).findFirst();
    return address
        .map(known -> Words.plain(known.text()) + ":15012")
        .orElse("port 15012 of a node of " + Words.quoted(primary.name()));
  }

  /** What the readiness probe of such a proxy says. */
  private static String complaint(ClusterFacts primary) {
    return primary.has(IstioFeature.PILOT_IN_READINESS)
        ? "'config not received from Pilot (is Pilot running?)'"
        : "'config not received from XDS server (is Istiod running?)'";
  }
}
