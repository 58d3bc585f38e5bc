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
import java.util.List;
import java.util.Map;

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
      for (ClusterFacts cluster : clusters) {
        for (Manifest manifest : planner.plan(facts, cluster).manifests()) {
          if (manifest instanceof IstioOperator operator) {
            stage.merge(facts, cluster.cluster().name(), operator, decided(renderer, operator));
          }
        }
      }
    }
    return stage;
  }

  private void merge(MeshFacts facts, String cluster, IstioOperator operator, SourceTree decided) {
    Outcome<MergedOperator> outcome =
        OverlayMerger.merge(operator, decided, facts.files().overlaysOf(cluster));
    findings.addAll(outcome.diagnostics());
    outcome.value().ifPresent(value -> merged.put(cluster, value));
  }

  private static SourceTree decided(Renderer renderer, IstioOperator operator) {
    SourceText text = new SourceText(operator.fileName(), renderer.render(operator));
    return new YamlReader()
        .read(text)
        .value()
        .orElseThrow(() -> new IllegalStateException("the rendered operator does not parse"));
  }
}
