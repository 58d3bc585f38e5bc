package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.GitOps;
import io.meshwright.text.Words;

/** Flux has a key to a repository that it reads by SSH. */
public final class MissingRepositorySecret implements LintRule {

  @Override
  public String id() {
    return "missing-repository-secret";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    GitOps gitOps = mesh.topology().gitOps();
    boolean ssh =
        gitOps
            .repoUrl()
            .flatMap(ServerUrl::of)
            .filter(url -> url.scheme().equals("ssh"))
            .isPresent();
    if (gitOps.engine() == GitOps.Engine.FLUX && ssh && gitOps.secret().isEmpty()) {
      findings.at(
          gitOps.at().child("repoUrl"),
          "Flux cannot read a repository by SSH without a key",
          "give gitops.secret: a Secret in namespace "
              + Words.plain(gitOps.namespace())
              + " with identity and known_hosts");
    }
  }
}
