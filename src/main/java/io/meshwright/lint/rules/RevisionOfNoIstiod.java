package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
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

/** The istiod that a remote dials is of the remote's revision. */
public final class RevisionOfNoIstiod implements LintRule {

  @Override
  public String id() {
    return "revision-of-no-istiod";
  }

  /**
   * Remotes of one revision, and a primary that has no such istiod.
   *
   * @param at where the topology says so
   * @param called the remotes' revision
   * @param primary the primary that they dial
   */
  private record Mismatch(Pointer at, Optional<String> called, Cluster primary) {}

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Map<Mismatch, List<String>> found = new LinkedHashMap<>();
    for (ClusterFacts facts : mesh.clusters()) {
      boolean hosted = CanaryNotPossible.isHosted(facts); // and cannot have a canary
      for (ClusterFacts each : hosted ? List.of(facts) : facts.revisions()) {
        if (!each.has(IstioFeature.LOCAL_ISTIOD)) {
          each.dials()
              .flatMap(primary -> mismatch(each.cluster(), primary))
              .ifPresent(
                  mismatch ->
                      found
                          .computeIfAbsent(mismatch, key -> new ArrayList<>())
                          .add(facts.cluster().name()));
        }
      }
    }
    found.forEach((mismatch, remotes) -> tell(mesh, mismatch, remotes, findings));
  }

  private static Optional<Mismatch> mismatch(Cluster remote, Cluster primary) {
    Optional<String> called = remote.release().revision();
    if (runs(primary).contains(called)) {
      return Optional.empty();
    }
    return Optional.of(new Mismatch(place(remote, primary), called, primary));
  }

  /** The one of both that says it of itself: many remotes may have the mesh's revision. */
  private static Pointer place(Cluster remote, Cluster primary) {
    Pointer own = remote.release().said().revision();
    Pointer other = primary.release().said().revision();
    if (!own.isWithin(remote.at()) && other.isWithin(primary.at())) {
      return other;
    }
    return remote.release().revision().isPresent() ? own : remote.at();
  }

  private static List<Optional<String>> runs(Cluster primary) {
    return primary.release().all().stream().map(Release::revision).toList();
  }

  private static void tell(
      MeshFacts mesh, Mismatch mismatch, List<String> remotes, Findings findings) {
    Optional<String> called = mismatch.called();
    boolean one = remotes.size() == 1;
    findings.at(
        mismatch.at(),
        (one ? Words.quoted(remotes.get(0)) + " is" : Words.list(remotes) + " are")
            + " of "
            + words(called)
            + (one ? " and dials the istiod of " : " and dial the istiod of ")
            + Words.quoted(mismatch.primary().name())
            + ", which is of "
            + String.join(
                " and ", runs(mismatch.primary()).stream().map(RevisionOfNoIstiod::words).toList())
            + ": nothing there answers to \"istiod"
            + called.map(name -> "-" + name).orElse("")
            + "."
            + mesh.topology().istio().namespace()
            + ".svc\", which proxies and API server call",
        "give both the same revision");
  }

  private static String words(Optional<String> revision) {
    return revision.map(name -> "revision " + Words.quoted(name)).orElse("the default revision");
  }
}
