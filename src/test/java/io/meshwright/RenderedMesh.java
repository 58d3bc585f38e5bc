package io.meshwright;

import io.meshwright.facts.MeshFacts;
import io.meshwright.output.ClusterFiles;
import io.meshwright.plan.ApplicationOrder;
import java.util.List;

/**
 * A mesh, rendered and checked, all of its files in memory.
 *
 * @param facts the topology and what follows from it
 * @param clusters each cluster's files, sorted by the cluster's name
 * @param gaps the files that wait for a value
 * @param order in which order the layers are applied
 * @param manualSteps what is left for a person or a pipeline, a sentence each
 */
public record RenderedMesh(
    MeshFacts facts,
    List<ClusterFiles> clusters,
    List<Gap> gaps,
    ApplicationOrder order,
    List<String> manualSteps) {
  public RenderedMesh {
    clusters = List.copyOf(clusters);
    gaps = List.copyOf(gaps);
    manualSteps = List.copyOf(manualSteps);
  }
}
