package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Release;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remotes find the Service of the istiod of their revision. */
public final class RevisionWithRemotes implements LintRule {

  @Override
  public String id() {
    return "revision-with-remotes";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Map<Release, List<String>> remotes = new LinkedHashMap<>();
    List<ClusterFacts> istiods =
        mesh.clusters().stream().flatMap(facts -> facts.revisions().stream()).toList();
    for (ClusterFacts facts : istiods) {
      if (facts.dials().isPresent() && facts.has(IstioFeature.REMOTE_SERVICE_WITHOUT_REVISION)) {
        remotes
            .computeIfAbsent(facts.cluster().release(), release -> new ArrayList<>())
            .add(facts.cluster().name());
      }
    }
    for (Map.Entry<Release, List<String>> entry : remotes.entrySet()) {
      entry
          .getKey()
          .revision()
          .ifPresent(revision -> tell(entry.getKey(), revision, entry.getValue(), findings));
    }
  }

  private static void tell(
      Release release, String revision, List<String> remotes, Findings findings) {
    findings.at(
        release.said().revision(),
        Words.list(remotes)
            + " would not reach the istiod of revision "
            + Words.quoted(revision)
            + ": proxies and API servers call the Service "
            + Words.quoted("istiod-" + revision)
            + ", and Istio "
            + release.version()
            + " makes only \"istiod\" in a remote",
        "use Istio 1."
            + (IstioFeature.REMOTE_SERVICE_WITHOUT_REVISION.until() + 1)
            + " or later, or leave the revision out");
  }
}
