package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.source.Pointer;

/** What an installer is given, of what a cluster needs. */
interface InstallerForm {
  /**
   * A value that nobody knows yet.
   *
   * @param value what it is, in words
   * @param place where the topology says {@code pending}
   */
  record Gap(String value, Pointer place) {}

  /** Returns the form that the installer of {@code mesh} takes. */
  static InstallerForm of(MeshFacts mesh) {
    return switch (mesh.topology().istio().installer()) {
      case HELM -> new ChartForm(mesh);
      case ISTIOCTL, OPERATOR, SAIL -> new OperatorForm();
    };
  }

  /** Adds {@code istiod} of {@code cluster}, or what a remote has instead of one. */
  void addIstiod(
      IstioOperator operator, ClusterFacts cluster, ClusterFacts istiod, ClusterPlan.Builder plan);

  /** Says that it waits. */
  void awaitIstiod(Gap gap, ClusterFacts cluster, ClusterFacts istiod, ClusterPlan.Builder plan);

  /** Adds the east-west gateway of {@code istiod}. */
  void addGateway(EastWestGateway gateway, ClusterFacts istiod, ClusterPlan.Builder plan);

  /** Says that it waits; a canary's never does. */
  void awaitGateway(Gap gap, ClusterFacts cluster, ClusterPlan.Builder plan);

  /** Adds the gateway in front of a hosted istiod, with the control plane that programs it. */
  void addHostGateway(ControlPlaneGateway gateway, ClusterFacts host, ClusterPlan.Builder plan);

  /** Says that it waits. */
  void awaitHostGateway(Gap gap, ClusterFacts host, ClusterPlan.Builder plan);
}
