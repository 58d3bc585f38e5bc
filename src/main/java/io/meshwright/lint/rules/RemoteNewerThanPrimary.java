package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Release;
import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a remote has of Istio is not newer than the istiod that uses it. */
public final class RemoteNewerThanPrimary implements LintRule {

  @Override
  public String id() {
    return "remote-newer-than-primary";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  /**
   * What is older than its remotes.
   *
   * @param at where the topology has the remotes' version
   * @param remotes that version
   * @param istiod the older istiod's version
   * @param primary the name of its cluster
   */
  private record Older(Pointer at, IstioVersion remotes, IstioVersion istiod, String primary) {}

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Map<Older, List<String>> found = new LinkedHashMap<>();
    for (ClusterFacts facts : mesh.clusters()) {
      for (ClusterFacts each : facts.revisions()) {
        if (!each.has(IstioFeature.LOCAL_ISTIOD)) {
          each.dials()
              .flatMap(primary -> older(each, primary))
              .ifPresent(
                  older ->
                      found
                          .computeIfAbsent(older, key -> new ArrayList<>())
                          .add(facts.cluster().name()));
        }
      }
    }
    found.forEach((older, remotes) -> tell(older, remotes, findings));
  }

  /** An istiod serves what is installed of its revision. */
  private static Optional<Older> older(ClusterFacts remote, Cluster primary) {
    Release own = remote.cluster().release();
    return primary.release().all().stream()
        .filter(istiod -> istiod.revision().equals(own.revision()))
        .map(Release::version)
        .filter(version -> version.minor() < own.version().minor())
        .map(version -> new Older(own.said().version(), own.version(), version, primary.name()))
        .findFirst();
  }

  private static void tell(Older older, List<String> remotes, Findings findings) {
    findings.at(
        older.at(),
        (remotes.size() == 1 ? Words.quoted(remotes.get(0)) : Words.list(remotes))
            + " would have webhooks, roles and definitions of Istio "
            + older.remotes()
            + ", and the istiod of "
            + Words.quoted(older.primary())
            + " is the older "
            + older.istiod(),
        "upgrade the primary first, its remotes after it");
  }
}
