package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Release;
import io.meshwright.text.Words;
import java.util.List;
import java.util.Optional;

/** The istiod that a remote dials is of the remote's revision. */
public final class RevisionOfNoIstiod implements LintRule {

  @Override
  public String id() {
    return "revision-of-no-istiod";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      for (ClusterFacts each : facts.revisions()) {
        if (!each.has(IstioFeature.LOCAL_ISTIOD)) {
          each.dials().ifPresent(primary -> check(mesh, each.cluster(), primary, findings));
        }
      }
    }
  }

  private static void check(MeshFacts mesh, Cluster remote, Cluster primary, Findings findings) {
    Optional<String> called = remote.release().revision();
    List<Optional<String>> runs = primary.release().all().stream().map(Release::revision).toList();
    if (!runs.contains(called)) {
      findings.at(
          called.isPresent() ? remote.release().said().revision() : remote.at(),
          Words.quoted(remote.name())
              + " is of "
              + words(called)
              + " and dials the istiod of "
              + Words.quoted(primary.name())
              + ", which is of "
              + String.join(" and ", runs.stream().map(RevisionOfNoIstiod::words).toList())
              + ": nothing there answers to \"istiod"
              + called.map(name -> "-" + name).orElse("")
              + "."
              + mesh.topology().istio().namespace()
              + ".svc\", which proxies and API server call",
          "give both the same revision");
    }
  }

  private static String words(Optional<String> revision) {
    return revision.map(name -> "revision " + Words.quoted(name)).orElse("the default revision");
  }
}
