package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.PlacedAddress;
import io.meshwright.source.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A primary whose istiod remotes dial.
 *
 * @param primary its facts
 * @param remotes the names of the remotes that name it first among their control planes
 */
record DialledIstiod(ClusterFacts primary, List<String> remotes) {
  /** Returns every dialled primary of the mesh, sorted by name. */
  static List<DialledIstiod> of(MeshFacts mesh) {
    Map<String, List<String>> remotes = new LinkedHashMap<>();
    for (ClusterFacts facts : mesh.clusters()) {
      facts
          .dials()
          .filter(Cluster::isPrimary)
          .ifPresent(
              primary ->
                  remotes
                      .computeIfAbsent(primary.name(), name -> new ArrayList<>())
                      .add(facts.cluster().name()));
    }
    List<DialledIstiod> dialled = new ArrayList<>();
    for (ClusterFacts facts : mesh.clusters()) {
      List<String> names = remotes.remove(facts.cluster().name());
      if (names != null) {
        dialled.add(new DialledIstiod(facts, List.copyOf(names)));
      }
    }
    return dialled;
  }

  Cluster cluster() {
    return primary.cluster();
  }

  /** Returns whether the topology leaves it to the east-west gateway to reach the istiod. */
  boolean throughGateway() {
    return !cluster().istiod().ownService()
        && cluster().istiod().host().isEmpty()
        && cluster().istiod().addresses().isEmpty();
  }

  /** Returns the addresses at which remotes dial the istiod, each once. */
  List<PlacedAddress> addresses() {
    Pointer istiod = cluster().at().child("istiod");
    if (cluster().istiod().host().isPresent()) {
      Address host = new Address(cluster().istiod().host().get());
      return List.of(new PlacedAddress(host, istiod.child("host")));
    }
    if (!throughGateway()) {
      return cluster().istiod().addresses().stream()
          .limit(1)
          .map(address -> new PlacedAddress(address, istiod.child("addresses").child(0)))
          .toList();
    }
    return primary.remotes().stream()
        .flatMap(
            remote -> cluster().eastWest().addressesSeenFrom(remote.network()).stream().limit(1))
        .distinct()
        .toList();
  }
}
