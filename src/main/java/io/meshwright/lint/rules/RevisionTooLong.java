package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Release;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.List;

/** The names of Services that Istio makes of a revision or a tag are not too long. */
public final class RevisionTooLong implements LintRule {
  /** A Service's name is a DNS label. */
  private static final int LONGEST = 63;

  @Override
  public String id() {
    return "revision-too-long";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      for (ClusterFacts istiod : facts.revisions()) {
        Release release = istiod.cluster().release();
        release
            .revision()
            .ifPresent(name -> check("istiod-" + name, name, release.said().revision(), findings));
        if (istiod.has(IstioFeature.SERVICES_OF_TAGS)) {
          checkTags(release, findings);
        }
      }
      if (facts.installsGateway() && facts.canHaveSecondGateway()) {
        facts.canary().ifPresent(canary -> checkGateway(canary, findings));
      }
    }
  }

  private static void checkTags(Release release, Findings findings) {
    List<String> tags = release.tags();
    for (int i = 0; i < tags.size(); i++) {
      Pointer at = release.said().tags().child(i);
      check("istiod-revision-tag-" + tags.get(i), tags.get(i), at, findings);
    }
  }

  private static void checkGateway(ClusterFacts canary, Findings findings) {
    Release release = canary.cluster().release();
    String revision = release.revision().orElse("");
    String gateway = canary.cluster().eastWest().name() + "-" + revision;
    check(gateway, revision, release.said().revision(), findings);
  }

  private static void check(String service, String name, Pointer at, Findings findings) {
    int over = service.length() - LONGEST;
    if (over > 0) {
      findings.at(
          at,
          "of "
              + Words.quoted(name)
              + " Istio would make the name of a Service with "
              + service.length()
              + " characters, and Kubernetes takes "
              + LONGEST,
          "shorten " + Words.quoted(name) + " by " + over);
    }
  }
}
