package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;

/** A kind of document: says over the facts when it exists and what it holds. */
public interface DocumentKind {
  /**
   * Adds this kind's documents of {@code cluster} to {@code plan}; none where it does not apply.
   */
  void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan);
}
