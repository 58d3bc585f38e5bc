package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.model.Cluster;
import io.meshwright.model.Discovery;
import io.meshwright.model.Exposure;
import io.meshwright.source.Pointer;
import java.util.HashSet;
import java.util.Set;

/** A gateway that istiods shall discover has a Service, and one that is listed has a port. */
public final class NothingToDiscover implements LintRule {

  @Override
  public String id() {
    return "nothing-to-discover";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    Set<String> refused = new HashSet<>(); // by node-port-for-istiod
    for (DialledIstiod dialled : DialledIstiod.of(mesh)) {
      if (dialled.throughGateway()) {
        refused.add(dialled.cluster().name());
      }
    }
    for (ClusterFacts facts : mesh.clusters()) {
      Cluster cluster = facts.cluster();
      Pointer eastWest = cluster.at().child("eastWest");
      Exposure exposure = cluster.eastWest().exposure();
      if (!mesh.has(IstioFeature.NETWORK_LABELS)
          && mesh.multiNetwork()
          && cluster.eastWest().discovery() == Discovery.LABEL) {
        findings.at(
            eastWest.child("discovery"),
            "Istio "
                + mesh.topology().istio().version()
                + " discovers no gateways: it knows those that the mesh's networks list",
            "leave discovery out and give eastWest.addresses");
      } else if (exposure == Exposure.HOST_PORT
          && cluster.eastWest().discovery() == Discovery.LABEL) {
        findings.at(
            eastWest.child("discovery"),
            "istiods cannot discover a gateway of exposure hostPort: it has no Service of ours",
            "leave discovery out; the addresses are then listed in the mesh's networks");
      }
      if (exposure == Exposure.NODE_PORT
          && facts.hasStaticGateway()
          && cluster.eastWest().nodePort().isEmpty()
          && !refused.contains(cluster.name())) {
        findings.at(
            eastWest.child("addresses"),
            "these addresses are of nodes, and nobody says at which NodePort",
            "give eastWest.nodePort, 30000 to 32767"
                + (mesh.has(IstioFeature.NETWORK_LABELS)
                    ? "; or write discovery: label, and istiods look for the nodes' external"
                        + " addresses and the port themselves"
                    : ""));
      }
    }
  }
}
