package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/** URLs are a host and a port, and carry no password. */
public final class InvalidUrl implements LintRule {
  private static final Pattern PORT =
      Pattern.compile("[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~:-][A-Za-z0-9._~:-]*)*/?");

  @Override
  public String id() {
    return "invalid-url";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Cluster cluster : mesh.topology().clusters()) {
      Pointer at = cluster.at().child("apiServer");
      cluster
          .apiServer()
          .url()
          .filter(url -> url.contains("://"))
          .ifPresent(url -> check(url, at.child("url"), findings));
      cluster.apiServer().proxyUrl().ifPresent(url -> check(url, at.child("proxyUrl"), findings));
    }
  }

  private static void check(String url, Pointer at, Findings findings) {
    if (Placeholder.in(url)) {
      return;
    }
    problem(url)
        .ifPresent(
            problem ->
                findings.at(
                    at, "the URL " + problem, "write it as https://api.eu1.example.com:6443"));
  }

  /** Returns what is wrong, without repeating a text that may hold a password. */
  private static Optional<String> problem(String url) {
    Optional<ServerUrl> found = ServerUrl.of(url);
    if (found.isEmpty()) {
      return Optional.of("has no host that can be read");
    }
    ServerUrl parts = found.get();
    if (parts.user()) {
      return Optional.of("carries a user or a password, which must not stand in git");
    }
    if (!DnsName.isHost(parts.host()) && IpLiteral.of(parts.host()).isEmpty()) {
      return Optional.of("has " + Words.quoted(parts.host()) + " as its host, which cannot be one");
    }
    if (hasBadPort(parts)) {
      return Optional.of("has a port that is none of 1 to 65535");
    }
    if (!PATH.matcher(parts.rest()).matches()) {
      return Optional.of("has a query or a path that no API server has");
    }
    return Optional.empty();
  }

  private static boolean hasBadPort(ServerUrl parts) {
    return !parts.port().isEmpty() && !PORT.matcher(parts.port()).matches();
  }
}
