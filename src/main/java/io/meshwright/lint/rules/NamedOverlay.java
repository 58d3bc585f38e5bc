package io.meshwright.lint.rules;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.source.SourceTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An overlay, and the first cluster that it is merged for.
 *
 * @param cluster the cluster's facts
 * @param tree the file
 */
record NamedOverlay(ClusterFacts cluster, SourceTree tree) {
  /** Returns the overlays of all clusters that {@code which} accepts, each file once. */
  static List<NamedOverlay> of(MeshFacts mesh, Predicate<ClusterFacts> which) {
    Set<String> seen = new HashSet<>();
    List<NamedOverlay> overlays = new ArrayList<>();
    for (ClusterFacts facts : mesh.clusters()) {
      if (which.test(facts)) {
        for (SourceTree tree : mesh.files().overlaysOf(facts.cluster().name())) {
          if (seen.add(tree.text().file())) {
            overlays.add(new NamedOverlay(facts, tree));
          }
        }
      }
    }
    return overlays;
  }
}
