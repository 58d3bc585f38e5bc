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
          .filter(canary -> name(canary).equals(name(release)))
          .ifPresent(
              canary ->
                  findings.at(
                      canary.said().revision(),
                      message(canary, release),
                      "name another revision, such as "
                          + canary.version().toString().replace('.', '-')));
    }
  }

  private static String message(Release canary, Release first) {
    String revision = Words.quoted(name(canary));
    return canary.revision().equals(first.revision())
        ? "the canary has the revision "
            + revision
            + " of the istiod beside it, and would be installed over it"
        : "an istiod without a revision calls itself "
            + revision
            + ", too: both would inject the same pods";
  }

  /** istiod calls itself so where it has no revision, and its webhook answers to that label. */
  private static String name(Release release) {
    return release.revision().orElse("default");
  }
}
