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

  /** How far istiods may be behind the newest first istiod of the mesh, and behind any canary. */
  private static final int APART = 1;

  private static final int APART_FROM_CANARY = 2;

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    List<ClusterFacts> all =
        mesh.clusters().stream().flatMap(facts -> facts.revisions().stream()).toList();
    Map<Integer, List<ClusterFacts>> behind = new TreeMap<>();
    for (ClusterFacts facts : all) {
      behind.computeIfAbsent(facts.version().minor(), minor -> new ArrayList<>()).add(facts);
    }
    ClusterFacts first = newest(mesh.clusters());
    ClusterFacts any = newest(all);
    for (Map.Entry<Integer, List<ClusterFacts>> older : behind.entrySet()) {
      if (first.version().minor() - older.getKey() > APART) {
        tell(older.getValue(), first, "of ", findings);
      } else if (any.version().minor() - older.getKey() > APART_FROM_CANARY) {
        tell(older.getValue(), any, "of the canary of ", findings);
      }
    }
  }

  private static ClusterFacts newest(List<ClusterFacts> istiods) {
    return istiods.stream()
        .max(Comparator.comparingInt(facts -> facts.version().minor()))
        .orElseThrow();
  }

  private static void tell(
      List<ClusterFacts> older, ClusterFacts newest, String of, Findings findings) {
    IstioVersion version = older.get(0).version();
    boolean canary = of.contains("canary");
    findings.at(
        older.get(0).cluster().release().said().version(),
        Words.list(older.stream().map(facts -> facts.cluster().name()).toList())
            + (older.size() == 1 ? " runs" : " run")
            + " Istio "
            + version
            + ", "
            + (newest.version().minor() - version.minor())
            + " minors behind the "
            + newest.version()
            + " "
            + of
            + Words.quoted(newest.cluster().name()),
        canary
            ? "let the canary be two minors ahead at most, which is as far as Istio supports it"
            : "bring them within one minor of each other: Istio says nothing of wider mixtures");
  }
}
