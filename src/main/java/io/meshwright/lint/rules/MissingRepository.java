package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.GitOps;

/** An engine is told which repository it applies. */
public final class MissingRepository implements LintRule {

  @Override
  public String id() {
    return "missing-repository";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    GitOps gitOps = mesh.topology().gitOps();
    if (gitOps.hasEngine() && gitOps.repoUrl().isEmpty()) {
      findings.at(
          gitOps.at().child("engine"),
          "nothing says which repository " + gitOps.engine().title() + " applies",
          "give gitops.repoUrl, the git repository that holds the output");
    }
  }
}
