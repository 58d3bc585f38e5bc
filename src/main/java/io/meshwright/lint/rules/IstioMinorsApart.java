package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioVersion;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** No cluster of a mesh is more than one minor of Istio behind another. */
public final class IstioMinorsApart implements LintRule {

  @Override
  public String id() {
    return "istio-minors-apart";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    List<ClusterFacts> istiods =
        mesh.clusters().stream().flatMap(facts -> facts.revisions().stream()).toList();
    Map<Integer, List<ClusterFacts>> behind = new TreeMap<>();
    for (ClusterFacts facts : istiods) {
      behind.computeIfAbsent(facts.version().minor(), minor -> new ArrayList<>()).add(facts);
    }
    ClusterFacts newest =
        istiods.stream()
            .max(Comparator.comparingInt(facts -> facts.version().minor()))
            .orElseThrow();
    for (List<ClusterFacts> older : behind.values()) {
      IstioVersion version = older.get(0).version();
      int apart = newest.version().minor() - version.minor();
      if (apart > 1) {
        findings.at(
            older.get(0).cluster().release().said().version(),
            Words.list(older.stream().map(facts -> facts.cluster().name()).toList())
                + (older.size() == 1 ? " runs" : " run")
                + " Istio "
                + version
                + ", "
                + apart
                + " minors behind the "
                + newest.version()
                + " of "
                + Words.quoted(newest.cluster().name()),
            "bring them within one minor of each other: Istio says nothing of wider mixtures");
      }
    }
  }
}
