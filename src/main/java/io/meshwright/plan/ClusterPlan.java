package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.source.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one cluster gets.
 *
 * @param cluster the cluster's facts
 * @param manifests its files, in the order of the kinds that plan them
 * @param waiting the files that cannot be rendered before a value is known
 */
public record ClusterPlan(ClusterFacts cluster, List<Manifest> manifests, List<Waiting> waiting) {
  public ClusterPlan {
    manifests = List.copyOf(manifests);
    waiting = List.copyOf(waiting);
  }

  /** Returns the plan with what {@code adding} adds to it. */
  public ClusterPlan with(Consumer<Builder> adding) {
    Builder more = new Builder(cluster);
    more.manifests.addAll(manifests);
    more.waiting.addAll(waiting);
    adding.accept(more);
    return more.build();
  }

  /**
   * A named gap: a file that waits for a value.
   *
   * @param layer the layer whose folder will hold the file
   * @param fileName the file's name
   * @param value what it waits for, in words
   * @param place where the topology says {@code pending}
   */
  public record Waiting(Layer layer, String fileName, String value, Pointer place) {
    /** Returns the file's path inside the cluster's folder. */
    public String path() {
      return layer.folder() + "/" + fileName;
    }
  }

  /** Collects what the kinds of documents plan for one cluster. */
  public static final class Builder {
    private final ClusterFacts cluster;
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    Builder(ClusterFacts cluster) {
      this.cluster = cluster;
    }

    /** Adds a file. */
    public void add(Manifest manifest) {
      manifests.add(manifest);
    }

    /** Says that a file waits for {@code value}, which is pending at {@code place}. */
    public void waitFor(Layer layer, String fileName, String value, Pointer place) {
      waiting.add(new Waiting(layer, fileName, value, place));
    }

    /** Returns the names of the files of {@code layer} so far, sorted. */
    public List<String> files(Layer layer) {
      return manifests.stream()
          .filter(manifest -> manifest.layer() == layer)
          .map(Manifest::fileName)
          .sorted()
          .toList();
    }

    ClusterPlan build() {
      return new ClusterPlan(cluster, manifests, waiting);
    }
  }
}
