package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** No two clusters have one API server. */
public final class DuplicateApiServer implements LintRule {

  @Override
  public String id() {
    return "duplicate-api-server";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Map<String, Cluster> taken = new HashMap<>();
    for (Cluster cluster : mesh.topology().clusters()) {
      Optional<ServerUrl> url =
          cluster.apiServer().url().filter(text -> !Placeholder.in(text)).flatMap(ServerUrl::of);
      if (url.isEmpty()) {
        continue;
      }
      Cluster first = taken.putIfAbsent(key(url.get(), cluster), cluster);
      if (first != null && !first.name().equals(cluster.name())) {
        Pointer at = cluster.at().child("apiServer").child("url");
        findings.at(
            at,
            "the API server of cluster "
                + Words.quoted(first.name())
                + " in line "
                + findings.line(first.at().child("apiServer").child("url"))
                + " has the same URL",
            "two clusters have two API servers: correct one of the URLs");
      }
    }
  }

  /** Two clusters behind one front may share a URL, if another name or proxy tells them apart. */
  private static String key(ServerUrl url, Cluster cluster) {
    String path =
        url.rest().endsWith("/") ? url.rest().substring(0, url.rest().length() - 1) : url.rest();
    return String.join(
        " ",
        url.host(),
        url.port().isEmpty() ? "443" : url.port(),
        path,
        cluster.apiServer().tlsServerName().orElse(""),
        cluster.apiServer().proxyUrl().orElse(""));
  }
}
