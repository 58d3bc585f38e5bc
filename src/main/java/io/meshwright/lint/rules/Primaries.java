package io.meshwright.lint.rules;

import io.meshwright.model.Cluster;
import io.meshwright.model.Topology;
import java.util.List;

/** Names the clusters that run an istiod. */
final class Primaries {
  private Primaries() {}

  /** Returns their names, in the topology's order. */
  static List<String> names(Topology topology) {
    return topology.clusters().stream().filter(Cluster::isPrimary).map(Cluster::name).toList();
  }
}
