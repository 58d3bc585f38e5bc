package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;

/** Remotes dial an istiod by IPv6 only where Istio can render that. */
public final class Ipv6IstiodAddress implements LintRule {
  @Override
  public String id() {
    return "ipv6-istiod-address";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    boolean asHostName = mesh.has(IstioFeature.IPV6_AS_HOST_NAME);
    if (!asHostName && !mesh.has(IstioFeature.ENVOY_DIALS_ISTIOD)) {
      return;
    }
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      Cluster primary = dialled.cluster();
      if (primary.istiod().host().isPresent()) {
        continue;
      }
      ClusterFacts.istiodAddress(primary)
          .filter(Ipv6IstiodAddress::isIpv6)
          .ifPresent(
              address ->
                  findings.at(
                      dialled.addressAt(),
                      asHostName ? asHostName(mesh, address) : notLookedUp(mesh, address),
                      asHostName
                          ? "use Istio 1."
                              + (IstioFeature.IPV6_AS_HOST_NAME.until() + 1)
                              + " or later, an IPv4 address, or istiod.host"
                          : "use an IPv4 address"));
    }
  }

  private static String asHostName(MeshFacts mesh, Address address) {
    return "Istio "
        + mesh.topology().istio().version()
        + " takes the IPv6 address "
        + Words.quoted(address.text())
        + " for a host name, and remotes do not reach istiod";
  }

  private static String notLookedUp(MeshFacts mesh, Address address) {
    return "proxies of Istio "
        + mesh.topology().istio().version()
        + " look up IPv4 addresses of their istiod alone, and "
        + Words.quoted(address.text())
        + " is IPv6";
  }

  private static boolean isIpv6(Address address) {
    return address.isIpv6()
        && IpLiteral.of(address.text()).filter(ip -> !ip.isAnyLocalAddress()).isPresent();
  }
}
