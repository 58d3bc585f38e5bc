package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** API servers have an address that means them to other clusters too. */
public final class ApiServerNotReachable implements LintRule {
  private static final Pattern OWN =
      Pattern.compile(
          "localhost|.*\\.localhost|kubernetes|kubernetes\\.default|.*\\.svc"
              + "|(host|gateway)\\.docker\\.internal|host\\.minikube\\.internal");

  @Override
  public String id() {
    return "api-server-not-reachable";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    String clusterDomain = mesh.topology().mesh().clusterDomain().toLowerCase(Locale.ROOT);
    for (ClusterFacts facts : mesh.clusters()) {
      if (facts.watchedBy().isEmpty()) {
        continue;
      }
      facts
          .cluster()
          .apiServer()
          .url()
          .flatMap(ServerUrl::of)
          .filter(url -> isOwn(url.host(), clusterDomain))
          .ifPresent(url -> tell(url.host(), facts, findings));
    }
  }

  private static boolean isOwn(String host, String clusterDomain) {
    Optional<InetAddress> ip = IpLiteral.of(host);
    if (ip.isPresent()) {
      return ip.get().isLoopbackAddress()
          || ip.get().isAnyLocalAddress()
          || ip.get().isLinkLocalAddress()
          || ip.get().isMulticastAddress()
          || host.equals("255.255.255.255");
    }
    return OWN.matcher(host).matches() || host.endsWith(".svc." + clusterDomain);
  }

  private static void tell(String host, ClusterFacts facts, Findings findings) {
    findings.at(
        facts.cluster().at().child("apiServer").child("url"),
        Words.quoted(host)
            + " is not the API server of "
            + Words.quoted(facts.cluster().name())
            + " as seen by the istiod of "
            + Words.list(facts.watchedBy().stream().map(Cluster::name).toList()),
        "write the address at which the other clusters reach it");
  }
}
