package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.PlacedAddress;
import io.meshwright.text.Words;
import java.util.List;
import java.util.Optional;

/** Remotes dial an istiod by IPv6 only where Istio can render that. */
public final class Ipv6IstiodAddress implements LintRule {
  @Override
  public String id() {
    return "ipv6-istiod-address";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      dialled.addresses().stream()
          .filter(placed -> isIpv6(placed.address()))
          .forEach(placed -> check(mesh, dialled, placed, findings));
    }
  }

  private static void check(
      MeshFacts mesh, DialledIstiod dialled, PlacedAddress placed, Findings findings) {
    Address address = placed.address();
    List<ClusterFacts> remotes =
        dialled.remotes().stream()
            .flatMap(name -> mesh.cluster(name).stream())
            .filter(remote -> remote.dialledAddress().equals(Optional.of(address)))
            .toList();
    first(remotes, IstioFeature.IPV6_AS_HOST_NAME)
        .ifPresent(
            remote ->
                findings.at(
                    placed.at(),
                    asHostName(remote, address),
                    "use Istio 1."
                        + (IstioFeature.IPV6_AS_HOST_NAME.until() + 1)
                        + " or later, an IPv4 address, or istiod.host"));
    first(remotes, IstioFeature.ENVOY_DIALS_ISTIOD)
        .ifPresent(
            remote ->
                findings.at(placed.at(), notLookedUp(remote, address), "use an IPv4 address"));
  }

  private static Optional<ClusterFacts> first(List<ClusterFacts> remotes, IstioFeature feature) {
    return remotes.stream().filter(remote -> remote.has(feature)).findFirst();
  }

  private static String asHostName(ClusterFacts remote, Address address) {
    return "Istio "
        + remote.version()
        + " takes the IPv6 address "
        + Words.quoted(address.text())
        + " for a host name, and remotes do not reach istiod";
  }

  private static String notLookedUp(ClusterFacts remote, Address address) {
    return "proxies of Istio "
        + remote.version()
        + " look up IPv4 addresses of their istiod alone, and "
        + Words.quoted(address.text())
        + " is IPv6";
  }

  private static boolean isIpv6(Address address) {
    return address.isIpv6()
        && IpLiteral.of(address.text()).filter(ip -> !ip.isAnyLocalAddress()).isPresent();
  }
}
