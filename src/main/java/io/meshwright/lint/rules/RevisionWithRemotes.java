package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Istio;
import io.meshwright.text.Words;
import java.util.List;

/** Remotes find the Service of the istiod of their revision. */
public final class RevisionWithRemotes implements LintRule {

  @Override
  public String id() {
    return "revision-with-remotes";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Istio istio = mesh.topology().istio();
    if (istio.revision().isEmpty() || !mesh.has(IstioFeature.REMOTE_SERVICE_WITHOUT_REVISION)) {
      return;
    }
    List<String> remotes =
        mesh.clusters().stream()
            .filter(facts -> facts.dials().isPresent())
            .map(facts -> facts.cluster().name())
            .toList();
    if (!remotes.isEmpty()) {
      findings.at(
          istio.at().child("revision"),
          Words.list(remotes)
              + " would not reach the istiod of revision "
              + Words.quoted(istio.revision().get())
              + ": proxies and API servers call the Service "
              + Words.quoted("istiod-" + istio.revision().get())
              + ", and Istio "
              + istio.version()
              + " makes only \"istiod\" in a remote",
          "use Istio 1."
              + (IstioFeature.REMOTE_SERVICE_WITHOUT_REVISION.until() + 1)
              + " or later, or leave spec.istio.revision out");
    }
  }
}
