package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.Words;
import tools.jackson.databind.JsonNode;

/** An overlay that describes the Service of a gateway lists its ports, where Istio drops them. */
public final class GatewayServiceWithoutPorts implements LintRule {
  private static final Pointer GATEWAYS = new Pointer("/spec/components/egressGateways");
  private static final String STANDARD = "istio-egressgateway";

  @Override
  public String id() {
    return "gateway-service-without-ports";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (NamedOverlay overlay :
        NamedOverlay.of(mesh, facts -> facts.has(IstioFeature.SERVICE_WITHOUT_PORTS))) {
      check(overlay.cluster().version(), overlay.tree(), findings);
    }
  }

  private static void check(IstioVersion version, SourceTree overlay, Findings findings) {
    JsonNode gateways = overlay.root().at(GATEWAYS.value());
    for (int i = 0; i < gateways.size(); i++) {
      String name = gateways.path(i).path("name").asString(STANDARD);
      JsonNode service = gateways.path(i).path("k8s").path("service");
      boolean kept = IstioFeature.PROFILE_PORTS_KEPT.in(version) && name.equals(STANDARD);
      if (service.isObject() && service.path("ports").isEmpty() && !kept) {
        findings.in(
            overlay,
            GATEWAYS.child(i).child("k8s").child("service"),
            "the Service "
                + Words.quoted(name)
                + " would have no ports: Istio "
                + version
                + " drops the chart's where k8s.service has none",
            "list them under k8s.service.ports, or use Istio 1."
                + (IstioFeature.SERVICE_WITHOUT_PORTS.until() + 1)
                + " or later");
      }
    }
  }
}
