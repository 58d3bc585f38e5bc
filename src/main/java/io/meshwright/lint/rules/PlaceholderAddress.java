package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Network;
import io.meshwright.model.PlacedAddress;
import io.meshwright.model.StaticGateway;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** No address, host or URL still has the placeholder of a guide. */
public final class PlaceholderAddress implements LintRule {
  private static final List<String> UNSPECIFIED = List.of("0.0.0.0", "255.255.255.255", "::");
  private static final String HELP = "write the real one";
  private static final String OR_PENDING =
      HELP + "; for an address that nobody knows yet write pending";

  @Override
  public String id() {
    return "placeholder-address";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Cluster cluster : mesh.topology().clusters()) {
      Pointer eastWest = cluster.at().child("eastWest");
      Pointer istiod = cluster.at().child("istiod");
      Pointer apiServer = cluster.at().child("apiServer");
      for (PlacedAddress placed : cluster.eastWest().everyAddress()) {
        address(placed.address().text(), placed.at(), OR_PENDING, findings);
      }
      addresses(cluster.istiod().addresses(), istiod.child("addresses"), findings);
      cluster
          .istiod()
          .host()
          .ifPresent(host -> address(host, istiod.child("host"), HELP, findings));
      cluster
          .eastWest()
          .service()
          .loadBalancerIp()
          .ifPresent(
              ip -> address(ip, eastWest.child("service").child("loadBalancerIP"), HELP, findings));
      cluster.apiServer().url().ifPresent(url -> text(url, apiServer.child("url"), HELP, findings));
      cluster
          .apiServer()
          .tlsServerName()
          .ifPresent(name -> text(name, apiServer.child("tlsServerName"), HELP, findings));
      cluster
          .apiServer()
          .proxyUrl()
          .ifPresent(url -> text(url, apiServer.child("proxyUrl"), HELP, findings));
    }
    for (Network network : mesh.topology().networks()) {
      for (StaticGateway gateway : network.gateways()) {
        address(gateway.address().text(), gateway.at().child("address"), OR_PENDING, findings);
      }
    }
    for (NamedOverlay overlay : NamedOverlay.of(mesh, facts -> true)) {
      OverlayValue.of(overlay.tree(), "global", "remotePilotAddress")
          .ifPresent(value -> inOverlay(overlay.tree(), value, findings));
      if (!mesh.has(IstioFeature.OWN_MESH_CONFIG)) {
        networks(overlay.tree(), findings);
      }
    }
  }

  private static void networks(SourceTree overlay, Findings findings) {
    Optional<OverlayValue> networks = OverlayValue.of(overlay, "global", "meshNetworks");
    if (networks.isEmpty()) {
      return;
    }
    for (Map.Entry<String, JsonNode> network : networks.get().node().properties()) {
      Pointer gateways = networks.get().at().child(network.getKey()).child("gateways");
      JsonNode listed = network.getValue().path("gateways");
      for (int i = 0; i < listed.size(); i++) {
        Pointer at = gateways.child(i).child("address");
        inOverlay(overlay, new OverlayValue(listed.path(i).path("address"), at), findings);
      }
    }
  }

  private static void inOverlay(SourceTree overlay, OverlayValue value, Findings findings) {
    complaint(value.text())
        .ifPresent(
            message ->
                findings.in(
                    overlay,
                    value.at(),
                    message,
                    "take it out of the overlay; the topology says where each cluster is reached"));
  }

  private static void addresses(List<Address> addresses, Pointer at, Findings findings) {
    for (int i = 0; i < addresses.size(); i++) {
      address(addresses.get(i).text(), at.child(i), OR_PENDING, findings);
    }
  }

  private static void address(String text, Pointer at, String help, Findings findings) {
    complaint(text).ifPresent(message -> findings.at(at, message, help));
  }

  private static Optional<String> complaint(String address) {
    if (UNSPECIFIED.contains(address)) {
      return Optional.of(Words.quoted(address) + " is no address that anybody can dial");
    }
    return Placeholder.in(address) ? Optional.of(unreplaced(address)) : Optional.empty();
  }

  private static void text(String text, Pointer at, String help, Findings findings) {
    if (Placeholder.in(text)) {
      findings.at(at, unreplaced(text), help);
    }
  }

  private static String unreplaced(String text) {
    return Words.quoted(text) + " is a placeholder that nobody has replaced";
  }
}
