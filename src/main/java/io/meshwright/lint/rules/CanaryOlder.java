package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Release;

/** A canary is not older than the istiod beside which it stands. */
public final class CanaryOlder implements LintRule {

  @Override
  public String id() {
    return "canary-older";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Release release : mesh.topology().releases()) {
      release
          .ofCanary()
          .filter(canary -> canary.version().isBefore(release.version()))
          .ifPresent(
              canary ->
                  findings.at(
                      canary.said().version(),
                      "the canary runs Istio "
                          + canary.version()
                          + ", and the istiod beside it the newer "
                          + release.version()
                          + ": both share Istio's definitions, and those of the older one, installed"
                          + " last, would stay",
                      "let the newer one be the canary"));
    }
  }
}
