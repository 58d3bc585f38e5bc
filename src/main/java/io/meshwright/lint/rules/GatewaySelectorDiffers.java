package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.text.Words;
import java.util.stream.Collectors;

/** The Gateways of a control plane select its remotes' gateways too. */
public final class GatewaySelectorDiffers implements LintRule {

  @Override
  public String id() {
    return "gateway-selector-differs";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.multiNetwork()) {
      return;
    }
    for (ClusterFacts facts : mesh.clusters()) {
      Cluster remote = facts.cluster();
      facts
          .dials()
          .flatMap(dialled -> mesh.cluster(dialled.name()))
          .flatMap(ClusterFacts::configSource)
          .filter(primary -> facts.hasGateway() && !selects(primary, remote))
          .ifPresent(
              primary ->
                  findings.at(
                      remote.at().child("eastWest").child("selector"),
                      "the Gateways of "
                          + Words.quoted(primary.name())
                          + ", which configure the gateway of "
                          + Words.quoted(remote.name())
                          + ", select "
                          + labels(primary)
                          + " and not "
                          + labels(remote),
                      "use one selector in both clusters"));
    }
  }

  private static boolean selects(Cluster primary, Cluster remote) {
    return remote
        .eastWest()
        .selector()
        .entrySet()
        .containsAll(primary.eastWest().selector().entrySet());
  }

  private static String labels(Cluster cluster) {
    return Words.quoted(
        cluster.eastWest().selector().entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(",")));
  }
}
