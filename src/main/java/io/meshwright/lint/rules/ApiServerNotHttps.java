package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.Optional;

/** API servers are reached by https. */
public final class ApiServerNotHttps implements LintRule {

  @Override
  public String id() {
    return "api-server-not-https";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Cluster cluster : mesh.topology().clusters()) {
      cluster
          .apiServer()
          .url()
          .filter(url -> !Placeholder.in(url))
          .ifPresent(url -> check(url, cluster.at().child("apiServer").child("url"), findings));
    }
  }

  private static void check(String url, Pointer at, Findings findings) {
    Optional<ServerUrl> parts = ServerUrl.of(url);
    String scheme = parts.map(ServerUrl::scheme).orElse("");
    if (parts.isPresent() && !scheme.equals("https")) {
      findings.at(
          at,
          "an API server is not reached by " + Words.quoted(scheme + "://"),
          "write https:// and the host, as istiod sees it");
    } else if (parts.isEmpty() && !url.contains("://")) {
      findings.at(
          at,
          "without https:// in front istiod would speak plain HTTP",
          "write https:// and the host, as istiod sees it");
    }
  }
}
