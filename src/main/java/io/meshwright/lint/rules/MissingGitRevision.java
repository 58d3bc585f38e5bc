package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.GitOps;

/** Flux is told which branch it follows. */
public final class MissingGitRevision implements LintRule {

  @Override
  public String id() {
    return "missing-git-revision";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    GitOps gitOps = mesh.topology().gitOps();
    if (gitOps.engine() == GitOps.Engine.FLUX && gitOps.revision().isEmpty()) {
      findings.at(
          gitOps.at().child("revision"),
          "Flux follows the branch master where nobody names one",
          "give gitops.revision: a branch such as main, or refs/tags/v1 for a tag");
    }
  }
}
