package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.GitOps;
import java.util.Locale;

/** Nothing with which a repository is read stands in the topology. */
public final class CredentialsInRepositoryUrl implements LintRule {

  @Override
  public String id() {
    return "credentials-in-repository-url";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    GitOps gitOps = mesh.topology().gitOps();
    if (gitOps.repoUrl().filter(CredentialsInRepositoryUrl::holdsCredentials).isPresent()) {
      findings.at(
          gitOps.at().child("repoUrl"),
          "the URL of the repository holds a user or a password",
          "leave them out: Argo CD finds credentials by the URL, Flux in the Secret of gitops.secret");
    }
  }

  /** The user of SSH is a name that all share, and says nothing; a password is one everywhere. */
  private static boolean holdsCredentials(String url) {
    int scheme = url.indexOf("://");
    int from = scheme < 0 ? 0 : scheme + "://".length();
    int slash = url.indexOf('/', from);
    int user = url.lastIndexOf('@', slash < 0 ? url.length() : slash);
    if (user < from) {
      return false;
    }
    return url.substring(0, from).toLowerCase(Locale.ROOT).startsWith("http")
        || url.substring(from, user).contains(":");
  }
}
