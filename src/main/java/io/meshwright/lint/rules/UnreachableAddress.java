package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Network;
import io.meshwright.model.PlacedAddress;
import io.meshwright.model.StaticGateway;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/** An address means the same machine to whoever dials it. */
public final class UnreachableAddress implements LintRule {
  private static final Pattern LOCAL =
      Pattern.compile(
          "localhost|.*\\.localhost|(host|gateway)\\.docker\\.internal|.*\\.svc(\\.cluster\\.local)?",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String id() {
    return "unreachable-address";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Cluster cluster : mesh.topology().clusters()) {
      Pointer istiod = cluster.at().child("istiod");
      for (PlacedAddress placed : cluster.eastWest().everyAddress()) {
        address(placed.address().text(), placed.at(), findings);
      }
      addresses(cluster.istiod().addresses(), istiod.child("addresses"), findings);
      cluster.istiod().host().ifPresent(host -> address(host, istiod.child("host"), findings));
      cluster
          .external()
          .ifPresent(external -> address(external.host(), external.at().child("host"), findings));
    }
    for (Network network : mesh.topology().networks()) {
      for (StaticGateway gateway : network.gateways()) {
        address(gateway.address().text(), gateway.at().child("address"), findings);
      }
    }
  }

  private static void addresses(List<Address> addresses, Pointer at, Findings findings) {
    for (int i = 0; i < addresses.size(); i++) {
      address(addresses.get(i).text(), at.child(i), findings);
    }
  }

  private static void address(String text, Pointer at, Findings findings) {
    if (IpLiteral.of(text).map(UnreachableAddress::isOwn).orElse(LOCAL.matcher(text).matches())) {
      findings.at(
          at,
          Words.quoted(text) + " means another machine to each cluster that dials it",
          "write the address at which the other clusters reach this one");
    }
  }

  private static boolean isOwn(InetAddress ip) {
    return ip.isLoopbackAddress() || ip.isLinkLocalAddress() || ip.isMulticastAddress();
  }
}
