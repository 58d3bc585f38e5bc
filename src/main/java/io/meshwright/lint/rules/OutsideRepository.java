package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.GitOps;
import io.meshwright.text.Words;

/** The output lies in the repository that the engine applies. */
public final class OutsideRepository implements LintRule {

  @Override
  public String id() {
    return "outside-repository";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    GitOps gitOps = mesh.topology().gitOps();
    if (gitOps.path().startsWith("/") || gitOps.folder().startsWith("..")) {
      findings.at(
          gitOps.at().child("path"),
          "the path " + Words.quoted(gitOps.path()) + " leaves the repository",
          "give the folder as it is called inside the repository, such as output");
    }
  }
}
