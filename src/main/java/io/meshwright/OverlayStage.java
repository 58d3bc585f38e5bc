package io.meshwright;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.overlay.MergedOperator;
import io.meshwright.overlay.OverlayMerger;
import io.meshwright.overlay.OverlayScope;
import io.meshwright.plan.InstallerFile;
import io.meshwright.plan.Planner;
import io.meshwright.plan.documents.IstioOperator;
import io.meshwright.plan.documents.StandardDocuments;
import io.meshwright.render.Renderer;
import io.meshwright.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges every cluster's overlays under what the topology decides for it.
 *
 * @param merged by cluster and file, such as {@code eu1/istio-operator.yaml}: the merged operator
 * @param findings what is wrong with the overlays
 */
record OverlayStage(Map<String, MergedOperator> merged, List<Diagnostic> findings) {

  /** Merges the overlays of every cluster that names any. */
  static OverlayStage of(MeshFacts facts) {
    List<ClusterFacts> clusters =
        facts.clusters().stream()
            .filter(cluster -> !facts.files().overlaysOf(cluster.cluster().name()).isEmpty())
            .toList();
    OverlayStage stage = new OverlayStage(new HashMap<>(), new ArrayList<>());
    if (!clusters.isEmpty()) {
      Planner planner = new Planner(StandardDocuments.all());
      Renderer renderer = new Renderer();
      Set<String> told = new HashSet<>();
      for (ClusterFacts cluster : clusters) {
        List<SourceTree> overlays = facts.files().overlaysOf(cluster.cluster().name());
        Map<String, IstioOperator> operators =
            InstallerInput.operators(planner.plan(facts, cluster));
        for (ClusterFacts istiod : cluster.revisions()) {
          String file = InstallerFile.operator(istiod.cluster().release().revision());
          OverlayScope scope = OverlayScope.of(facts, istiod);
          IstioOperator operator = operators.get(file);
          if (operator == null) {
            stage.tell(OverlayMerger.check(scope, overlays), told);
            continue;
          }
          SourceTree decided = InstallerInput.read(renderer, operator);
          Outcome<MergedOperator> outcome = OverlayMerger.merge(scope, operator, decided, overlays);
          stage.tell(outcome.diagnostics(), told);
          outcome
              .value()
              .ifPresent(value -> stage.merged.put(cluster.cluster().name() + "/" + file, value));
        }
      }
    }
    return stage;
  }

  private void tell(List<Diagnostic> found, Set<String> told) {
    for (Diagnostic finding : found) {
      // one key of an overlay that many clusters share is one mistake: the first of them tells it
      if (told.add(finding.rule() + " " + finding.location())) {
        findings.add(finding);
      }
    }
  }
}
