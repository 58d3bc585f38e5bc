package io.meshwright.graph;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.Network;
import io.meshwright.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers the clusters of a mesh into blocks: in a large mesh, remotes that are alike stand in one.
 */
final class Blocks {
  /** From so many clusters on, a reader wants to see groups. */
  private static final int LARGE = 9;

  private static final String NOWHERE = "";

  private final MeshFacts mesh;
  private final Map<String, Block> byCluster = new LinkedHashMap<>();
  private int count;

  Blocks(MeshFacts mesh) {
    this.mesh = mesh;
  }

  /** Returns a box for each network, in the topology's order, and one for clusters in none. */
  List<NetworkBox> networks() {
    Map<String, List<ClusterFacts>> clusters = new LinkedHashMap<>();
    Map<String, Network> declared = new LinkedHashMap<>();
    for (Network network : mesh.topology().networks()) {
      clusters.put(network.name(), new ArrayList<>());
      declared.put(network.name(), network);
    }
    for (ClusterFacts facts : mesh.clusters()) {
      clusters
          .computeIfAbsent(facts.cluster().network().orElse(NOWHERE), name -> new ArrayList<>())
          .add(facts);
    }
    List<NetworkBox> boxes = new ArrayList<>();
    clusters.forEach(
        (name, members) ->
            boxes.add(
                new NetworkBox(
                    name.equals(NOWHERE) ? outside(members) : "network " + Label.of(name),
                    lines(Optional.ofNullable(declared.get(name)), members),
                    blocks(members))));
    return boxes;
  }

  private static List<String> lines(Optional<Network> network, List<ClusterFacts> clusters) {
    List<String> lines = new ArrayList<>(clusters.isEmpty() ? List.of("no clusters") : List.of());
    network.map(GatewayWords::of).ifPresent(lines::addAll);
    return lines;
  }

  private static String outside(List<ClusterFacts> clusters) {
    return clusters.stream().allMatch(ClusterFacts::isHost) ? "outside the mesh" : "in no network";
  }

  /** Returns the block that each cluster stands in, by the cluster's name. */
  Map<String, Block> byCluster() {
    return byCluster;
  }

  private List<Block> blocks(List<ClusterFacts> clusters) {
    Map<String, List<ClusterFacts>> groups = new LinkedHashMap<>();
    for (ClusterFacts facts : clusters) {
      if (facts.runsIstiod()) {
        groups.put(facts.cluster().name(), List.of(facts));
      }
    }
    for (ClusterFacts facts : clusters) {
      if (!facts.runsIstiod()) {
        boolean alone = mesh.clusters().size() < LARGE || facts.holdsConfiguration();
        String key = alone ? facts.cluster().name() : alike(facts);
        groups.computeIfAbsent(key, name -> new ArrayList<>()).add(facts);
      }
    }
    return groups.values().stream().map(this::block).toList();
  }

  /** A slash is in no name. */
  private static String alike(ClusterFacts facts) {
    return "/" + String.join("/", facts.controlPlanes().stream().map(Cluster::name).toList());
  }

  private Block block(List<ClusterFacts> clusters) {
    Block block = clusters.size() == 1 ? single(clusters.get(0)) : group(clusters);
    clusters.forEach(facts -> byCluster.put(facts.cluster().name(), block));
    count++;
    return block;
  }

  private Block single(ClusterFacts facts) {
    ClusterWords words = new ClusterWords(mesh, facts);
    List<String> lines = new ArrayList<>(List.of(words.role()));
    lines.addAll(words.lines());
    String name = facts.cluster().name();
    return new Block(
        id(), facts.cluster().role(), Label.of(name), lines, List.of(), primary(facts, name));
  }

  private Block group(List<ClusterFacts> clusters) {
    ClusterFacts first = clusters.get(0);
    List<String> common = new ArrayList<>(new ClusterWords(mesh, first).lines());
    for (ClusterFacts facts : clusters) {
      common.retainAll(new ClusterWords(mesh, facts).lines());
    }
    List<Block.Member> members = new ArrayList<>();
    for (ClusterFacts facts : clusters) {
      List<String> own = new ArrayList<>(new ClusterWords(mesh, facts).lines());
      own.removeAll(common);
      members.add(
          new Block.Member(Label.of(facts.cluster().name()), Label.of(String.join(", ", own))));
    }
    String heading = clusters.size() + " remotes" + new ClusterWords(mesh, first).ofControlPlanes();
    return new Block(id(), Role.REMOTE, heading, common, members, primary(first, ""));
  }

  private static String primary(ClusterFacts facts, String itself) {
    return facts.runsIstiod() ? itself : facts.dials().map(Cluster::name).orElse("");
  }

  private String id() {
    return "b" + count;
  }
}
