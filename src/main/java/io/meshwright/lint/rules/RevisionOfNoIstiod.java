package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
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
      if (!facts.has(IstioFeature.LOCAL_ISTIOD)) {
        facts.dials().ifPresent(primary -> check(mesh, facts.cluster(), primary, findings));
      }
    }
  }

  private static void check(MeshFacts mesh, Cluster remote, Cluster primary, Findings findings) {
    Optional<String> called = remote.release().revision();
    Optional<String> runs = primary.release().revision();
    if (!called.equals(runs)) {
      findings.at(
          called.isPresent() ? remote.release().said().revision() : remote.at(),
          Words.quoted(remote.name())
              + " is of "
              + words(called)
              + " and dials the istiod of "
              + Words.quoted(primary.name())
              + ", which is of "
              + words(runs)
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
