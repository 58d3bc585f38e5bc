package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import tools.jackson.databind.JsonNode;

/** No overlay has the Service of the ingress gateway list istiod's port twice. */
public final class IstiodPortTwice implements LintRule {
  private static final Pointer GATEWAYS = new Pointer("/spec/components/ingressGateways");
  private static final String STANDARD = "istio-ingressgateway";

  @Override
  public String id() {
    return "istiod-port-twice";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (NamedOverlay overlay : NamedOverlay.of(mesh, facts -> installsIngress(mesh, facts))) {
      OverlayValue.meshExpansion(overlay.tree())
          .ifPresent(
              value ->
                  findings.in(
                      overlay.tree(),
                      value.at(),
                      "the Service istio-ingressgateway would list port 15012 twice, which"
                          + " Kubernetes refuses: Istio "
                          + overlay.cluster().version()
                          + " has it there already",
                      "take it out of the overlay; the east-west gateway leads remotes to"
                          + " istiod"));
    }
  }

  /** Returns whether an overlay installs the standard ingress gateway with its standard ports. */
  private static boolean installsIngress(MeshFacts mesh, ClusterFacts facts) {
    if (!facts.has(IstioFeature.EXPANSION_PORT_TWICE)) {
      return false;
    }
    for (SourceTree overlay : mesh.files().overlaysOf(facts.cluster().name())) {
      for (JsonNode gateway : overlay.root().at(GATEWAYS.value())) {
        if (gateway.path("enabled").asBoolean(false)
            && gateway.path("name").asString(STANDARD).equals(STANDARD)
            && gateway.at("/k8s/service/ports").isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }
}
