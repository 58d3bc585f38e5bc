package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.IstioFeature;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
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
    if (mesh.has(IstioFeature.EXPANSION_WITHOUT_REVISION)) {
      throughGateway(mesh, findings);
    }
    if (istio.revision().isEmpty()
        || !IstioFeature.REMOTE_SERVICE_WITHOUT_REVISION.in(istio.version())) {
      return;
    }
    List<String> remotes =
        mesh.clusters().stream()
            .filter(facts -> facts.dials().isPresent())
            .map(ClusterFacts::cluster)
            .map(cluster -> cluster.name())
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

  /** There the chart leads remotes from the ingress gateway to a Service that does not exist. */
  private static void throughGateway(MeshFacts mesh, Findings findings) {
    Istio istio = mesh.topology().istio();
    List<String> remotes =
        mesh.clusters().stream()
            .filter(ClusterFacts::exposesIstiod)
            .flatMap(facts -> facts.remotes().stream())
            .map(Cluster::name)
            .toList();
    if (istio.revision().isPresent() && !remotes.isEmpty()) {
      findings.at(
          istio.at().child("revision"),
          Words.list(remotes)
              + " would not reach the istiod of revision "
              + Words.quoted(istio.revision().get())
              + ": Istio "
              + istio.version()
              + " leads them from the gateway to the Service \"istiod\", and there is only "
              + Words.quoted("istiod-" + istio.revision().get()),
          "leave spec.istio.revision out, or use Istio 1."
              + (IstioFeature.EXPANSION_WITHOUT_REVISION.until() + 1)
              + " or later");
    }
  }
}
