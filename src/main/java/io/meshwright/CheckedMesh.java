package io.meshwright;

import io.meshwright.diagnostic.Outcome;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Places;
import io.meshwright.output.ClusterFiles;
import io.meshwright.overlay.MergedOperator;
import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;

/** A mesh that no rule refuses: it can be rendered. */
public final class CheckedMesh {
  private final MeshFacts facts;
  private final Places places;
  private final Map<String, MergedOperator> merged;

  /**
   * @param facts the topology and what follows from it
   * @param places where the topology's values stand
   * @param merged by cluster and file, such as {@code eu1/istio-operator.yaml}: an IstioOperator,
   *     where an overlay is merged into it
   */
  CheckedMesh(MeshFacts facts, Places places, Map<String, MergedOperator> merged) {
    this.facts = facts;
    this.places = places;
    this.merged = merged;
  }

  /** Takes the files of a cluster as soon as they are rendered and right. */
  public interface Receiver {
    /** Takes them; called by several threads at once. */
    void take(ClusterFiles files) throws IOException;
  }

  /** Returns the topology and what follows from it. */
  public MeshFacts facts() {
    return facts;
  }

  /**
   * Renders and checks the clusters whose names {@code only} accepts, and hands each to {@code
   * receiver}: no more of them are in memory than there are threads.
   *
   * @return what is known of the mesh; or what is wrong with files, of which those of other
   *     clusters have been handed over nevertheless
   * @throws IOException what the receiver throws
   */
  public Outcome<MeshPlan> render(Predicate<String> only, Receiver receiver) throws IOException {
    return render(only, Expanding.UNKNOWN, receiver);
  }

  /** Does the same, with the manifests that istioctl makes, or made in an earlier run. */
  public Outcome<MeshPlan> render(Predicate<String> only, Expanding expanding, Receiver receiver)
      throws IOException {
    return new MeshRendering(this, expanding).render(only, receiver);
  }

  Places places() {
    return places;
  }

  Map<String, MergedOperator> merged() {
    return merged;
  }
}
