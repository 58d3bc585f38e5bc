package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;

/** Revision tags are asked for where the installer of Istio makes them. */
public final class TagsNotMade implements LintRule {

  @Override
  public String id() {
    return "tags-not-made";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      for (ClusterFacts istiod : facts.revisions()) {
        if (!istiod.cluster().release().tags().isEmpty()) {
          check(istiod, findings);
        }
      }
    }
  }

  private static void check(ClusterFacts facts, Findings findings) {
    Pointer tags = facts.cluster().release().said().tags();
    if (!facts.has(IstioFeature.REVISION_TAGS)) {
      findings.at(
          tags,
          "Istio " + facts.version() + " has no revision tags, and istioctl would refuse them",
          "leave tags out and label namespaces with the revision, or use Istio 1."
              + IstioFeature.REVISION_TAGS.since()
              + " or later");
    } else if (facts.dials().isPresent() && facts.has(IstioFeature.REMOTE_WITHOUT_TAGS)) {
      findings.at(
          tags,
          "the installer of Istio "
              + facts.version()
              + " makes no tags in a remote, and namespaces of "
              + Words.quoted(facts.cluster().name())
              + " with such a label would get no proxies",
          "write tags: [] for the remote and set them there by istioctl tag set, or use Istio 1."
              + (IstioFeature.REMOTE_WITHOUT_TAGS.until() + 1)
              + " or later");
    } else if (facts.has(IstioFeature.ONE_REVISION_TAG)
        && facts.cluster().release().sortedTags().size() > 1) {
      findings.at(
          tags,
          "of several tags Istio "
              + facts.version()
              + " makes only one: its chart writes them all into one object",
          "leave one, or use Istio 1." + (IstioFeature.ONE_REVISION_TAG.until() + 1) + " or later");
    }
  }
}
