package io.meshwright.lint.rules;

import io.meshwright.model.Cluster;
import io.meshwright.model.Topology;
import io.meshwright.text.Words;
import java.util.List;

/** Names the clusters that run an istiod for the mesh. */
final class Primaries {
  private Primaries() {}

  /** Returns their names, in the topology's order. */
  static List<String> names(Topology topology) {
    return topology.clusters().stream()
        .filter(cluster -> !cluster.isRemote())
        .map(Cluster::name)
        .toList();
  }

  /** Returns the advice to name one of them. */
  static String nameOne(Topology topology) {
    boolean hosted = topology.clusters().stream().anyMatch(Cluster::isHost);
    String words = hosted ? "name a primary, or a host of a control plane" : "name a primary";
    List<String> names = names(topology);
    return names.isEmpty() ? words : words + ": " + Words.list(names);
  }
}
