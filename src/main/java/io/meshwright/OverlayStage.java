package io.meshwright;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.overlay.MergedOperator;
import io.meshwright.overlay.OverlayMerger;
import io.meshwright.overlay.OverlayScope;
import io.meshwright.plan.ClusterPlan;
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
import java.util.Optional;
import java.util.Set;

/**
 * Merges every cluster's overlays under what the topology decides for it.
 *
 * @param merged by cluster name: the merged operator; clusters without overlays have none
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
        Optional<IstioOperator> operator = operator(planner.plan(facts, cluster));
        OverlayScope scope = OverlayScope.of(facts, cluster);
        if (operator.isPresent()) {
          SourceTree decided = decided(renderer, operator.get());
          Outcome<MergedOperator> outcome =
              OverlayMerger.merge(scope, operator.get(), decided, overlays);
          stage.tell(outcome.diagnostics(), told);
          outcome.value().ifPresent(value -> stage.merged.put(operator.get().name(), value));
        } else {
          stage.tell(OverlayMerger.check(scope, overlays), told);
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

  private static Optional<IstioOperator> operator(ClusterPlan plan) {
    for (Manifest manifest : plan.manifests()) {
      if (manifest instanceof IstioOperator operator) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  private static SourceTree decided(Renderer renderer, IstioOperator operator) {
    SourceText text = new SourceText(operator.fileName(), renderer.render(operator));
    return new YamlReader()
        .read(text)
        .value()
        .orElseThrow(() -> new IllegalStateException("the rendered operator does not parse"));
  }
}
