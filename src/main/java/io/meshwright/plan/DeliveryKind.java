package io.meshwright.plan;

import io.meshwright.facts.MeshFacts;
import java.util.List;

/**
 * What tells a GitOps engine to apply a mesh: planned when it is known what every cluster gets, and
 * in which order.
 */
public interface DeliveryKind {
  /**
   * Adds the objects that say what the engine applies to a cluster to {@code plan}.
   *
   * @param cluster what the cluster gets: a unit of which every file waits for a value has an
   *     object that waits for it, too
   */
  void plan(MeshFacts mesh, ApplicationOrder order, ClusterPlan cluster, ClusterPlan.Builder plan);

  /** Returns the objects that the mesh has once. */
  List<Manifest> ofMesh(MeshFacts mesh);
}
