package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.GitOps;
import io.meshwright.model.Installer;
import io.meshwright.model.PlacedAddress;
import io.meshwright.text.Words;
import java.util.List;

/** Argo CD applies the Endpoints in which remotes find istiod. */
public final class EndpointsLeftOut implements LintRule {

  @Override
  public String id() {
    return "endpoints-left-out";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Installer installer = mesh.topology().istio().installer();
    boolean applied = installer == Installer.ISTIOCTL || installer == Installer.HELM;
    if (mesh.topology().gitOps().engine() != GitOps.Engine.ARGO_CD || !applied) {
      return;
    }
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      for (PlacedAddress placed : dialled.addresses()) {
        if (placed.address().isIpv4() || placed.address().isIpv6()) {
          findings.at(
              placed.at(),
              "Argo CD leaves out the "
                  + kind(mesh, dialled.remotes())
                  + " in which "
                  + Words.list(dialled.remotes())
                  + (dialled.remotes().size() == 1 ? " finds" : " find")
                  + " istiod at "
                  + placed.address().text(),
              "give istiod.host, a DNS name, or take Endpoints and EndpointSlice out of"
                  + " resource.exclusions in Argo CD's ConfigMap argocd-cm");
        }
      }
    }
  }

  private static String kind(MeshFacts mesh, List<String> remotes) {
    return mesh.cluster(remotes.get(0))
            .filter(remote -> remote.has(IstioFeature.ENDPOINT_SLICE))
            .isPresent()
        ? "EndpointSlice"
        : "Endpoints";
  }
}
