package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.model.Network;
import io.meshwright.text.Words;
import java.util.HashSet;
import java.util.Set;

/** In a mesh of several networks each has a gateway. */
public final class NetworkWithoutGateway implements LintRule {

  @Override
  public String id() {
    return "network-without-gateway";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.multiNetwork() || !Networks.areKnown(mesh)) {
      return;
    }
    Set<String> reported = new HashSet<>();
    DialledIstiod.of(mesh).stream()
        .filter(NoGatewayForIstiod::breaks)
        .forEach(dialled -> dialled.cluster().network().ifPresent(reported::add));
    Set<String> open = new HashSet<>();
    mesh.topology().networks().stream()
        .filter(network -> !network.gateways().isEmpty())
        .forEach(network -> open.add(network.name()));
    for (Cluster cluster : mesh.topology().clusters()) {
      if (cluster.eastWest().exposure() != Exposure.NONE) {
        cluster.network().ifPresent(open::add);
      }
    }
    for (Cluster cluster : mesh.topology().clusters()) {
      cluster
          .network()
          .filter(network -> !open.contains(network) && reported.add(network))
          .ifPresent(network -> tell(cluster, network, findings));
    }
    for (Network network : mesh.topology().networks()) {
      if (!network.cidrs().isEmpty()
          && !open.contains(network.name())
          && reported.add(network.name())) {
        findings.at(
            network.at().child("cidrs"),
            "network "
                + Words.quoted(network.name())
                + " has no gateway, so clusters cannot reach what is in these ranges",
            "give it gateways");
      }
    }
  }

  private static void tell(Cluster cluster, String network, Findings findings) {
    findings.at(
        cluster.at().child("eastWest").child("exposure"),
        "no cluster of network "
            + Words.quoted(network)
            + " has an east-west gateway, so other networks cannot reach its pods",
        "choose another exposure for a cluster of that network, such as loadBalancer");
  }
}
