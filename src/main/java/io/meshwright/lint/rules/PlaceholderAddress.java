package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.List;

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
      addresses(cluster.eastWest().addresses(), eastWest.child("addresses"), findings);
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
  }

  private static void addresses(List<Address> addresses, Pointer at, Findings findings) {
    for (int i = 0; i < addresses.size(); i++) {
      address(addresses.get(i).text(), at.child(i), OR_PENDING, findings);
    }
  }

  private static void address(String text, Pointer at, String help, Findings findings) {
    if (UNSPECIFIED.contains(text)) {
      findings.at(at, Words.quoted(text) + " is no address that anybody can dial", help);
    } else {
      text(text, at, help, findings);
    }
  }

  private static void text(String text, Pointer at, String help, Findings findings) {
    if (Placeholder.in(text)) {
      findings.at(at, Words.quoted(text) + " is a placeholder that nobody has replaced", help);
    }
  }
}
