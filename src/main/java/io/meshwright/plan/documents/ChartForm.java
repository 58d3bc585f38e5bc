package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.plan.ChartRelease;
import io.meshwright.plan.ChartReleases;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.Layer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of Istio's charts, a release each, for Helm. */
final class ChartForm implements InstallerForm {
  private final MeshFacts mesh;

  ChartForm(MeshFacts mesh) {
    this.mesh = mesh;
  }

  @Override
  public void addIstiod(
      IstioOperator operator, ClusterFacts cluster, ClusterFacts istiod, ClusterPlan.Builder plan) {
    for (ChartRelease release : ChartReleases.ofIstiod(mesh, cluster, istiod)) {
      plan.add(new PlannedValues(release, operator));
    }
  }

  @Override
  public void awaitIstiod(
      Gap gap, ClusterFacts cluster, ClusterFacts istiod, ClusterPlan.Builder plan) {
    await(ChartReleases.ofIstiod(mesh, cluster, istiod), gap, plan);
  }

  @Override
  public void addGateway(EastWestGateway gateway, ClusterFacts istiod, ClusterPlan.Builder plan) {
    Optional<String> canary = gateway.canary() ? gateway.revision() : Optional.empty();
    ChartRelease release = ChartReleases.ofGateway(mesh, istiod, canary);
    plan.add(new ReleaseValues(release, GatewayValues.of(gateway)));
  }

  @Override
  public void awaitGateway(Gap gap, ClusterFacts cluster, ClusterPlan.Builder plan) {
    await(List.of(ChartReleases.ofGateway(mesh, cluster, Optional.empty())), gap, plan);
  }

  @Override
  public void addHostGateway(
      ControlPlaneGateway gateway, ClusterFacts host, ClusterPlan.Builder plan) {
    for (ChartRelease release : ChartReleases.ofHostGateway(host)) {
      plan.add(new ReleaseValues(release, ofHostGateway(gateway, release)));
    }
  }

  @Override
  public void awaitHostGateway(Gap gap, ClusterFacts host, ClusterPlan.Builder plan) {
    await(ChartReleases.ofHostGateway(host), gap, plan);
  }

  private static Map<String, Object> ofHostGateway(
      ControlPlaneGateway gateway, ChartRelease release) {
    Map<String, Object> global = new LinkedHashMap<>();
    global.put("istioNamespace", gateway.namespace());
    Map<String, Object> values = new LinkedHashMap<>();
    switch (release.chart()) {
      case "base" -> values.put("defaultRevision", "");
      case "istiod" -> {
        gateway.hub().ifPresent(hub -> global.put("hub", hub));
        global.put("tag", gateway.tag());
      }
      default -> {
        return GatewayValues.of(release.name(), gateway.service());
      }
    }
    values.put("global", global);
    return values;
  }

  private static void await(List<ChartRelease> releases, Gap gap, ClusterPlan.Builder plan) {
    for (ChartRelease release : releases) {
      plan.waitFor(Layer.CONTROL_PLANE, release.valuesFile(), gap.value(), gap.place());
    }
  }
}
