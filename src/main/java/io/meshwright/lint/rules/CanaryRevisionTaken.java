package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Release;
import io.meshwright.text.Words;

/** A canary is of another revision than the istiod beside which it stands. */
public final class CanaryRevisionTaken implements LintRule {

  @Override
  public String id() {
    return "canary-revision-taken";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Release release : mesh.topology().releases()) {
      release
          .ofCanary()
          .filter(canary -> canary.revision().equals(release.revision()))
          .ifPresent(
              canary ->
                  findings.at(
                      canary.said().revision(),
                      "the canary has the revision "
                          + Words.quoted(canary.revision().orElse(""))
                          + " of the istiod beside it, and would be installed over it",
                      "name another revision, such as "
                          + canary.version().toString().replace('.', '-')));
    }
  }
}
