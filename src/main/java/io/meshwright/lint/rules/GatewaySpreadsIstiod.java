package io.meshwright.lint.rules;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What dials a primary's istiod through its gateway is answered by that istiod. */
public final class GatewaySpreadsIstiod implements LintRule {

  @Override
  public String id() {
    return "gateway-spreads-istiod";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    if (!mesh.has(IstioFeature.MESH_EXPANSION) || mesh.has(IstioFeature.ISTIOD_CLUSTER_LOCAL)) {
      return;
    }
    Set<String> told = new HashSet<>();
    for (NamedOverlay overlay : NamedOverlay.of(mesh, ClusterFacts::servesRemotes)) {
      OverlayValue.meshExpansion(overlay.tree())
          .ifPresent(
              value -> {
                told.add(overlay.cluster().cluster().name());
                findings.in(
                    overlay.tree(),
                    value.at(),
                    message(mesh, overlay.cluster()),
                    "take it out of the overlay and use istiod.exposure: service in the topology,"
                        + " or Istio 1.6 or later");
              });
    }
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      Exposure exposure = dialled.cluster().eastWest().exposure();
      boolean opened = exposure == Exposure.LOAD_BALANCER || exposure == Exposure.EXTERNAL_IP;
      if (dialled.throughGateway() && opened && told.add(dialled.cluster().name())) {
        findings.at(
            dialled.cluster().at().child("eastWest").child("exposure"),
            message(mesh, dialled.primary()),
            "use istiod.exposure: service, so that remotes dial istiod itself, or Istio 1.6 or"
                + " later");
      }
    }
  }

  private static String message(MeshFacts mesh, ClusterFacts primary) {
    List<String> istiods =
        Stream.concat(
                Stream.of(primary.cluster().name()), primary.remotes().stream().map(Cluster::name))
            .toList();
    return "the gateway of "
        + Words.quoted(primary.cluster().name())
        + " would spread port 15012 over the istiods of "
        + Words.list(istiods)
        + ": Istio "
        + mesh.topology().istio().version()
        + " takes them for one Service";
  }
}
