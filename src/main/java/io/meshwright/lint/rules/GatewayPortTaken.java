package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstiodPorts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import java.util.Set;

/** Traffic between networks has a port of its own at the gateway. */
public final class GatewayPortTaken implements LintRule {
  private static final int STATUS = 15_021;
  private static final int STATUS_OF_ROOT = 15_020;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Ports below are for root alone (operator/pkg/validate/validate.go at 1.7.8). */
  private static final int PRIVILEGED = 1_024;

  /** What Envoy and its agent listen on in every pod. */
  private static final Set<Integer> PROXY = Set.of(15_000, 15_090);

  /**
   * Where the ports 80, 443 and that of the agent's metrics lead to in a pod that is not root's.
   */
  private static final Set<Integer> NOT_ROOT = Set.of(8_080, 8_443, 15_020);

  /** What mesh expansion opens beside istiod's port (its ports in the chart's values at 1.5.10). */
  private static final Set<Integer> EXPANSION = Set.of(853, 8_060, 15_011);

  @Override
  public String id() {
    return "gateway-port-taken";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      boolean istiods = isProgrammedBesideIstiod(mesh, facts);
      int port = facts.cluster().eastWest().port();
      if (mesh.multiNetwork() && facts.hasGateway() && !owner(mesh, istiods, port).isEmpty()) {
        findings.at(
            facts.cluster().at().child("eastWest").child("port"),
            "port " + port + " of the gateway is taken by " + owner(mesh, istiods, port),
            "use another port, such as "
                + (mesh.has(IstioFeature.EAST_WEST_GATEWAY) ? "15443" : "443"));
      }
    }
  }

  /** A primary's Gateway opens the ports of its remotes' gateways at its own, beside istiod's. */
  private static boolean isProgrammedBesideIstiod(MeshFacts mesh, ClusterFacts facts) {
    return facts.exposesIstiod()
        || facts.controlPlanes().stream()
            .flatMap(primary -> mesh.cluster(primary.name()).stream())
            .anyMatch(ClusterFacts::exposesIstiod);
  }

  /** Returns what has the port already; empty where nobody has. */
  private static String owner(MeshFacts mesh, boolean istiods, int port) {
    boolean ingress = !mesh.has(IstioFeature.EAST_WEST_GATEWAY);
    boolean root = mesh.has(IstioFeature.ROOT_GATEWAY);
    if (port == (root ? STATUS_OF_ROOT : STATUS)) {
      return "its health check";
    }
    if (istiods
        && (port == IstiodPorts.DISCOVERY
            || port == IstiodPorts.WEBHOOK
            || (ingress && EXPANSION.contains(port)))) {
      return "istiod";
    }
    if (ingress && (PROXY.contains(port) || (!root && NOT_ROOT.contains(port)))) {
      return "the proxy itself";
    }
    return ingress && !root && port < PRIVILEGED && port != HTTPS && port != HTTP
        ? "root, which the gateway is not"
        : "";
  }
}
