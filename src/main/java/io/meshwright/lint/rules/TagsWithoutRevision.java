package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Release;
import io.meshwright.text.Words;

/** A revision tag has a revision to point to. */
public final class TagsWithoutRevision implements LintRule {

  @Override
  public String id() {
    return "tags-without-revision";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Release release : mesh.topology().releases()) {
      if (release.revision().isEmpty() && !release.tags().isEmpty()) {
        findings.at(
            release.said().tags(),
            "a tag points to a revision, and there is none for " + Words.list(release.sortedTags()),
            "give istio.revision beside it, such as "
                + release.version().toString().replace('.', '-'));
      }
    }
  }
}
