package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Release;
import io.meshwright.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A revision tag points to one istiod of a cluster, and no istiod has its name. */
public final class TagTaken implements LintRule {
  private static final String DEFAULT = "default";

  @Override
  public String id() {
    return "tag-taken";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (Release release : mesh.topology().releases()) {
      tags(release, findings, tag -> owner(tag, release));
      release
          .ofCanary()
          .ifPresent(canary -> tags(canary, findings, tag -> ownerBesideCanary(tag, release)));
    }
  }

  private static void tags(Release release, Findings findings, UnaryOperator<String> ownerOf) {
    List<String> tags = release.tags();
    for (int i = 0; i < tags.size(); i++) {
      String tag = tags.get(i);
      String owner =
          release.revision().equals(Optional.of(tag)) ? "the revision itself" : ownerOf.apply(tag);
      if (!owner.isEmpty()) {
        findings.at(
            release.said().tags().child(i),
            "the tag " + Words.quoted(tag) + " is taken by " + owner,
            "let a name lead to one istiod: choose another tag, or take it out at one place");
      }
    }
  }

  private static String owner(String tag, Release release) {
    return release.ofCanary().flatMap(Release::revision).equals(Optional.of(tag))
        ? "the revision of the canary"
        : "";
  }

  private static String ownerBesideCanary(String tag, Release release) {
    if (release.tags().contains(tag)) {
      return "the first istiod, too";
    }
    if (release.revision().equals(Optional.of(tag))) {
      return "the revision of the first istiod";
    }
    return tag.equals(DEFAULT) && release.revision().isEmpty()
        ? "the first istiod, which is of the default revision"
        : "";
  }
}
