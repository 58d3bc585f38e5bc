package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import java.util.List;

/** Asks every kind of document what a cluster gets. */
public final class Planner {
  private final List<DocumentKind> kinds;

  public Planner(List<DocumentKind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /** Returns what {@code cluster} gets; for every topology that fits the schema, right or wrong. */
  public ClusterPlan plan(MeshFacts mesh, ClusterFacts cluster) {
    ClusterPlan.Builder plan = new ClusterPlan.Builder(cluster);
    for (DocumentKind kind : kinds) {
      kind.plan(mesh, cluster, plan);
    }
    return plan.build();
  }
}
