package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.EastWest;
import io.meshwright.text.Words;
import java.util.Map;
import java.util.Set;

/** No gateway is selected by a label whose value Meshwright decides. */
public final class GatewayLabelTaken implements LintRule {
  private static final String APP = "app";
  private static final Set<String> OURS =
      Set.of("networking.istio.io/gatewayPort", "topology.istio.io/network");

  @Override
  public String id() {
    return "gateway-label-taken";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (ClusterFacts facts : mesh.clusters()) {
      if (!facts.installsGateway()) {
        continue;
      }
      EastWest eastWest = facts.cluster().eastWest();
      for (Map.Entry<String, String> label : eastWest.selector().entrySet()) {
        if (isTaken(label, eastWest.name())) {
          findings.at(
              facts.cluster().at().child("eastWest").child("selector").child(label.getKey()),
              "the label "
                  + Words.quoted(label.getKey())
                  + " of the gateway of "
                  + Words.quoted(facts.cluster().name())
                  + (label.getKey().equals(APP)
                      ? " is its name, " + Words.quoted(eastWest.name())
                      : " tells istiod its network or port"),
              "select the gateway by another label, such as istio: eastwestgateway");
        }
      }
    }
  }

  private static boolean isTaken(Map.Entry<String, String> label, String gateway) {
    return OURS.contains(label.getKey())
        || (label.getKey().equals(APP) && !label.getValue().equals(gateway));
  }
}
