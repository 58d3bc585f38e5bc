package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Release;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.Words;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * No gateway has the name of istiod's own Deployment and Service, beside which it is installed, and
 * no overlay installs another gateway of its name.
 */
public final class GatewayNameTaken implements LintRule {
  private static final String ISTIOD = "istiod";
  private static final Pointer COMPONENTS = new Pointer("/spec/components");

  @Override
  public String id() {
    return "gateway-name-taken";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      Set<String> istiods = istiods(facts.cluster());
      String name = facts.cluster().eastWest().name();
      if (facts.installsGateway() && istiods.contains(name)) {
        findings.at(
            facts.cluster().at().child("eastWest").child("name"),
            "the gateway of "
                + Words.quoted(facts.cluster().name())
                + " would replace the Deployment and Service "
                + Words.quoted(name)
                + " of istiod",
            "leave the name out, or choose another one");
      }
      for (SourceTree overlay : mesh.files().overlaysOf(facts.cluster().name())) {
        if (!facts.installsGateway()) {
          continue;
        }
        check(overlay, COMPONENTS.child("egressGateways"), name, findings);
        // before, it is one of the operator's own, whose list the topology decides
        if (mesh.has(IstioFeature.EAST_WEST_GATEWAY)) {
          check(overlay, COMPONENTS.child("ingressGateways"), name, findings);
        }
      }
    }
  }

  private static Set<String> istiods(Cluster cluster) {
    Set<String> istiods = new HashSet<>(Set.of(ISTIOD));
    for (Release release : cluster.release().all()) {
      release.revision().ifPresent(name -> istiods.add(ISTIOD + "-" + name));
    }
    return istiods;
  }

  private static void check(SourceTree overlay, Pointer gateways, String name, Findings findings) {
    JsonNode declared = overlay.root().at(gateways.value());
    for (int i = 0; i < declared.size(); i++) {
      if (declared.path(i).path("name").asString("").equals(name)) {
        findings.in(
            overlay,
            gateways.child(i).child("name"),
            "the east-west gateway has the name "
                + Words.quoted(name)
                + " too, and each installation would undo the other",
            "choose another name; the topology's eastWest describes the east-west gateway");
      }
    }
  }
}
