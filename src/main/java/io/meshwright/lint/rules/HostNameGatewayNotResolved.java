package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.model.PlacedAddress;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.Words;
import java.util.Optional;

/** An istiod that does not resolve names has no gateway that is given by name. */
public final class HostNameGatewayNotResolved implements LintRule {

  @Override
  public String id() {
    return "host-name-gateway-not-resolved";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.multiNetwork()) {
      return;
    }
    Optional<ClusterFacts> blind =
        mesh.controlPlanes().stream()
            .filter(primary -> !primary.has(IstioFeature.RESOLVED_GATEWAY_NAMES))
            .findFirst();
    if (blind.isPresent()) {
      notResolved(mesh, blind.get(), findings);
    } else {
      notToResolve(mesh, findings);
    }
  }

  private static void notResolved(MeshFacts mesh, ClusterFacts primary, Findings findings) {
    mesh.clusters().stream()
        .filter(ClusterFacts::hasGateway)
        .forEach(facts -> addresses(primary, facts.cluster(), findings));
    mesh.topology().networks().stream()
        .flatMap(network -> network.gateways().stream())
        .filter(gateway -> gateway.address().isDnsName())
        .forEach(
            gateway ->
                tell(
                    primary,
                    gateway.address().text(),
                    "the network",
                    gateway.at().child("address"),
                    findings));
  }

  private static void notToResolve(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.controlPlanes()) {
      Optional<Cluster> named = gatewayByName(mesh, facts.cluster());
      if (named.isEmpty()) {
        continue;
      }
      for (SourceTree overlay : mesh.files().overlaysOf(facts.cluster().name())) {
        OverlayValue.of(overlay, "pilot", "env", "RESOLVE_HOSTNAME_GATEWAYS")
            .filter(value -> value.text().equalsIgnoreCase("false"))
            .ifPresent(value -> tell(overlay, value, named.get(), findings));
      }
    }
  }

  private static void addresses(ClusterFacts primary, Cluster cluster, Findings findings) {
    for (PlacedAddress placed : cluster.eastWest().everyAddress()) {
      if (placed.address().isDnsName()) {
        tell(
            primary,
            placed.address().text(),
            "cluster " + Words.quoted(cluster.name()),
            placed.at(),
            findings);
      }
    }
  }

  private static void tell(
      ClusterFacts primary, String name, String owner, Pointer at, Findings findings) {
    findings.at(
        at,
        message(primary, name, owner),
        "use Istio 1."
            + IstioFeature.RESOLVED_GATEWAY_NAMES.since()
            + " or later, or give the gateway an IP address");
  }

  private static String message(ClusterFacts primary, String name, String owner) {
    String version = "Istio " + primary.version();
    return primary.has(IstioFeature.GATEWAY_NAMES_RESOLVED_ONCE)
        ? version
            + " looks "
            + Words.quoted(name)
            + " up once, when istiod reads its networks: when the address changes, no other network"
            + " reaches "
            + owner
        : version
            + " does not resolve "
            + Words.quoted(name)
            + ": istiod drops this gateway, and no other network reaches "
            + owner;
  }

  private static Optional<Cluster> gatewayByName(MeshFacts mesh, Cluster viewer) {
    return mesh.topology().clusters().stream()
        .filter(cluster -> cluster.eastWest().exposure() != Exposure.NONE)
        .filter(cluster -> !cluster.network().equals(viewer.network()))
        .filter(
            cluster ->
                cluster.eastWest().addressesSeenFrom(viewer.network()).stream()
                    .anyMatch(placed -> placed.address().isDnsName()))
        .findFirst();
  }

  private static void tell(
      SourceTree overlay, OverlayValue value, Cluster named, Findings findings) {
    findings.in(
        overlay,
        value.at(),
        "istiod would drop the gateway of cluster "
            + Words.quoted(named.name())
            + ", whose address is a host name",
        "leave RESOLVE_HOSTNAME_GATEWAYS out, or give that gateway an IP address");
  }
}
