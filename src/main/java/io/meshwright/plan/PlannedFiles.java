package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of what a cluster gets and an order can speak of.
 *
 * @param cluster the cluster's facts
 * @param paths inside its folder: the layers in which it has a file, and the files and folders of
 *     the installer; those that wait for a value among them
 */
public record PlannedFiles(ClusterFacts cluster, Set<String> paths) {
  public PlannedFiles {
    paths = Collections.unmodifiableSet(paths);
  }

  /** Returns the names of what {@code plan} gives a cluster. */
  public static PlannedFiles of(ClusterPlan plan) {
    return of(plan, Set.of());
  }

  /**
   * Returns the names of what {@code plan} gives a cluster where some of istioctl's files are
   * expanded: not they are installed, but what istioctl made of them is applied.
   *
   * @param expanded the folders of what it made, such as {@code
   *     control-plane/istio-operator/objects}
   */
  public static PlannedFiles of(ClusterPlan plan, Set<String> expanded) {
    Set<String> paths = new TreeSet<>();
    plan.manifests().forEach(file -> add(file.layer(), file.fileName(), paths));
    plan.waiting().forEach(waiting -> add(waiting.layer(), waiting.fileName(), paths));
    for (String folder : expanded) {
      paths.add(folder);
      paths.remove(folder.substring(0, folder.lastIndexOf('/')) + ".yaml");
    }
    return new PlannedFiles(plan.cluster(), paths);
  }

  private static void add(Layer layer, String file, Set<String> paths) {
    paths.add(layer.folder());
    if (layer == Layer.CONTROL_PLANE) {
      int folder = file.lastIndexOf('/');
      paths.add(layer.folder() + "/" + (folder < 0 ? file : file.substring(0, folder)));
    }
  }

  /** Returns whether the cluster has the file of the installer, or a file in the layer. */
  boolean has(String path) {
    return paths.contains(path);
  }
}
