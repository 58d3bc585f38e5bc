package io.meshwright.graph;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Discovery;
import io.meshwright.model.StaticGateway;
import io.meshwright.model.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a picture of a mesh shows, whatever its form.
 *
 * @param title the mesh's name and its Istio
 * @param summary how many clusters of which kind there are, and in how many networks
 * @param networks the boxes, with the clusters in them
 * @param links the lines between clusters, each pair of blocks once a kind
 * @param notes what is true of the whole mesh, a sentence each without a full stop
 */
record MeshGraph(
    String title, String summary, List<NetworkBox> networks, List<Link> links, List<String> notes) {
  MeshGraph {
    networks = List.copyOf(networks);
    links = List.copyOf(links);
    notes = List.copyOf(notes);
  }

  /** Returns the graph of a mesh, whether rules refuse it or not. */
  static MeshGraph of(MeshFacts mesh) {
    Blocks blocks = new Blocks(mesh);
    List<NetworkBox> networks = blocks.networks();
    Links links = new Links(mesh, blocks.byCluster());
    return new MeshGraph(
        Label.of(title(mesh.topology())),
        summary(mesh),
        networks,
        links.lines(),
        notes(mesh, links));
  }

  /** Returns every block, network by network. */
  List<Block> blocks() {
    return networks.stream().flatMap(network -> network.blocks().stream()).toList();
  }

  private static String title(Topology topology) {
    return "Mesh "
        + topology.name()
        + ", Istio "
        + topology.istio().version()
        + topology
            .istio()
            .release()
            .canary()
            .map(second -> ", canary " + second.version())
            .orElse("")
        + (topology.mesh().isAmbient() ? ", ambient" : "");
  }

  private static String summary(MeshFacts mesh) {
    int hosts = mesh.hosts().size();
    int primaries = mesh.controlPlanes().size() - hosts;
    int remotes = mesh.clusters().size() - hosts - primaries;
    List<String> parts = new ArrayList<>();
    if (hosts > 0) {
      parts.add(hosts + (hosts == 1 ? " host" : " hosts") + " of a control plane");
    }
    if (primaries > 0) {
      parts.add(primaries + (primaries == 1 ? " primary" : " primaries"));
    }
    if (remotes > 0) {
      parts.add(remotes + (remotes == 1 ? " remote" : " remotes"));
    }
    int networks = mesh.topology().networks().size();
    return String.join(" and ", parts)
        + " in "
        + (networks == 1 ? "one network" : networks + " networks");
  }

  private static List<String> notes(MeshFacts mesh, Links links) {
    List<String> notes = new ArrayList<>(links.notes());
    if (mesh.topology().mesh().isAmbient()) {
      notes.add("ambient: a ztunnel on each node carries the traffic, pods have no sidecar");
    }
    if (mesh.multiNetwork()) {
      notes.add("A request for a pod of another network passes a gateway of that network");
      if (any(mesh, facts -> isFound(facts, Discovery.LABEL))) {
        boolean ambient = mesh.topology().mesh().isAmbient();
        notes.add(
            "discovered: istiod reads the gateway's address from its "
                + (ambient ? "Gateway" : "Service"));
      }
      if (any(mesh, facts -> isFound(facts, Discovery.STATIC)) || !gateways(mesh).isEmpty()) {
        notes.add("listed: the mesh's networks name the gateway's address");
      }
    }
    if (any(mesh, facts -> ClusterWords.waits(facts.cluster()))
        || gateways(mesh).stream().anyMatch(gateway -> gateway.address().isPending())) {
      notes.add("pending: nobody knows the address yet");
    }
    return notes;
  }

  private static List<StaticGateway> gateways(MeshFacts mesh) {
    return mesh.topology().networks().stream()
        .flatMap(network -> network.gateways().stream())
        .toList();
  }

  private static boolean isFound(ClusterFacts facts, Discovery how) {
    return facts.hasGateway() && facts.cluster().eastWest().discovery() == how;
  }

  private static boolean any(MeshFacts mesh, Predicate<ClusterFacts> which) {
    return mesh.clusters().stream().anyMatch(which);
  }
}
