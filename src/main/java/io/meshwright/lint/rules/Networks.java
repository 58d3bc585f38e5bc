package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.Network;
import io.meshwright.model.Topology;
import java.util.HashSet;
import java.util.Set;

/** Tells whether it makes sense to ask what is in which network. */
final class Networks {
  private Networks() {}

  /** Returns whether every cluster is in a declared network; other rules say where one is not. */
  static boolean areKnown(MeshFacts mesh) {
    Set<String> declared = names(mesh.topology());
    for (Cluster cluster : mesh.topology().clusters()) {
      if (!cluster.isHost() && cluster.network().filter(declared::contains).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Returns the names of the declared networks. */
  static Set<String> names(Topology topology) {
    Set<String> declared = new HashSet<>();
    topology.networks().stream().map(Network::name).forEach(declared::add);
    return declared;
  }
}
