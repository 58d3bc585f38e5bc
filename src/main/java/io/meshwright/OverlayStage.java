package io.meshwright;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.overlay.MergedOperator;
import io.meshwright.overlay.OverlayMerger;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.Planner;
import io.meshwright.plan.documents.IstioOperator;
import io.meshwright.plan.documents.StandardDocuments;
import io.meshwright.render.Renderer;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import io.meshwright.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges every cluster's overlays under what the topology decides for it.
 *
 * @param merged by cluster name: the merged operator; clusters without overlays have none
 * @param findings the keys that the topology decides
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
        for (Manifest manifest : planner.plan(facts, cluster).manifests()) {
          if (manifest instanceof IstioOperator operator) {
            List<SourceTree> overlays = facts.files().overlaysOf(cluster.cluster().name());
            stage.merge(overlays, operator, decided(renderer, operator), told);
          }
        }
      }
    }
    return stage;
  }

  private void merge(
      List<SourceTree> overlays, IstioOperator operator, SourceTree decided, Set<String> told) {
    Outcome<MergedOperator> outcome = OverlayMerger.merge(operator, decided, overlays);
    for (Diagnostic finding : outcome.diagnostics()) {
      // one key of an overlay that many clusters share is one mistake: the first of them tells it
      if (told.add(finding.rule() + " " + finding.location())) {
        findings.add(finding);
      }
    }
    outcome.value().ifPresent(value -> merged.put(operator.clusterName(), value));
  }

  private static SourceTree decided(Renderer renderer, IstioOperator operator) {
    SourceText text = new SourceText(operator.fileName(), renderer.render(operator));
    return new YamlReader()
        .read(text)
        .value()
        .orElseThrow(() -> new IllegalStateException("the rendered operator does not parse"));
  }
}
