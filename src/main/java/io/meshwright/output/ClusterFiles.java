package io.meshwright.output;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one cluster's folder shall hold.
 *
 * @param cluster the cluster's name, which is the folder's
 * @param files path inside the cluster's folder, such as {@code mesh/kustomization.yaml}, to text
 * @param waiting paths that cannot be rendered yet because a value is pending: a file there is kept
 *     as it is, a missing one stays missing
 * @param expansions which of the files have an expansion
 */
public record ClusterFiles(
    String cluster,
    SortedMap<OutputPath, String> files,
    SortedSet<OutputPath> waiting,
    Expansions expansions) {
  public ClusterFiles {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    waiting = Collections.unmodifiableSortedSet(new TreeSet<>(waiting));
    for (OutputPath path : waiting) {
      if (files.containsKey(path)) {
        throw new IllegalArgumentException(path + " is both rendered and waiting");
      }
    }
  }

  /** Returns what a cluster's folder shall hold when no file has an expansion. */
  public ClusterFiles(
      String cluster, SortedMap<OutputPath, String> files, SortedSet<OutputPath> waiting) {
    this(cluster, files, waiting, Expansions.NONE);
  }

  /** Returns what a cluster's folder shall hold when nothing is pending. */
  public static ClusterFiles of(String cluster, Map<OutputPath, String> files) {
    return new ClusterFiles(cluster, new TreeMap<>(files), new TreeSet<>());
  }
}
