package io.meshwright;

import io.meshwright.facts.MeshFacts;
import io.meshwright.plan.ApplicationOrder;
import java.util.List;

/**
 * What is known of a mesh beside its files, once these are rendered and right.
 *
 * @param facts the topology and what follows from it
 * @param gaps the files that wait for a value
 * @param order in which order the layers are applied
 * @param prerequisites what the topology takes as given, a phrase each
 * @param manualSteps what is left for a person or a pipeline, a sentence each
 */
public record MeshPlan(
    MeshFacts facts,
    List<Gap> gaps,
    ApplicationOrder order,
    List<String> prerequisites,
    List<String> manualSteps) {
  public MeshPlan {
    prerequisites = List.copyOf(prerequisites);
    gaps = List.copyOf(gaps);
    manualSteps = List.copyOf(manualSteps);
  }
}
