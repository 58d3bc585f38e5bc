package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.InstallerFile;
import io.meshwright.plan.Layer;
import java.util.Optional;

/** An IstioOperator each, for istioctl or for an operator in the cluster. */
final class OperatorForm implements InstallerForm {
  @Override
  public void addIstiod(
      IstioOperator operator, ClusterFacts cluster, ClusterFacts istiod, ClusterPlan.Builder plan) {
    plan.add(operator);
  }

  @Override
  public void awaitIstiod(
      Gap gap, ClusterFacts cluster, ClusterFacts istiod, ClusterPlan.Builder plan) {
    await(InstallerFile.operator(istiod.cluster().release().revision()), gap, plan);
  }

  @Override
  public void addGateway(EastWestGateway gateway, ClusterFacts istiod, ClusterPlan.Builder plan) {
    plan.add(gateway);
  }

  @Override
  public void awaitGateway(Gap gap, ClusterFacts cluster, ClusterPlan.Builder plan) {
    await(InstallerFile.gateway(Optional.empty()), gap, plan);
  }

  @Override
  public void addHostGateway(
      ControlPlaneGateway gateway, ClusterFacts host, ClusterPlan.Builder plan) {
    plan.add(gateway);
  }

  @Override
  public void awaitHostGateway(Gap gap, ClusterFacts host, ClusterPlan.Builder plan) {
    await(InstallerFile.CONTROL_PLANE_GATEWAY, gap, plan);
  }

  private static void await(String file, Gap gap, ClusterPlan.Builder plan) {
    plan.waitFor(Layer.CONTROL_PLANE, file, gap.value(), gap.place());
  }
}
