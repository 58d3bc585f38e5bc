package io.meshwright.plan.delivery;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.plan.ApplicationOrder;
import io.meshwright.plan.ChartRelease;
import io.meshwright.plan.ChartReleases;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.Stage;
import io.meshwright.plan.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A unit that an engine can apply: all but the files that a person gives to istioctl.
 *
 * @param unit the unit
 * @param stage when it is applied
 * @param release the release of a chart whose values its folder holds
 */
record AppliedUnit(Unit unit, Stage stage, Optional<ChartRelease> release) {
  /** Returns the units of a cluster in their order. */
  static List<AppliedUnit> of(MeshFacts mesh, ApplicationOrder order, ClusterPlan cluster) {
    List<ChartRelease> releases = ChartReleases.of(mesh, cluster.cluster());
    List<AppliedUnit> units = new ArrayList<>();
    order
        .unitsOf(cluster.cluster().cluster().name())
        .forEach(
            (stage, unit) -> {
              if (!isFile(unit)) {
                units.add(new AppliedUnit(unit, stage, release(unit, releases)));
              }
            });
    return units;
  }

  /** Returns whether the unit is a file, which no engine knows what to do with. */
  static boolean isFile(Unit unit) {
    return unit.path().endsWith(".yaml");
  }

  /** Returns what must be ready before it, passing over files: what these wait for instead. */
  List<Unit> after(ApplicationOrder order, MeshFacts mesh) {
    Set<Unit> units = new LinkedHashSet<>();
    mesh.cluster(unit.cluster()).ifPresent(facts -> addBefore(order, mesh, facts, stage, units));
    return List.copyOf(units);
  }

  private static void addBefore(
      ApplicationOrder order, MeshFacts mesh, ClusterFacts facts, Stage stage, Set<Unit> units) {
    for (Unit before : order.after(facts, stage)) {
      if (!isFile(before)) {
        units.add(before);
        continue;
      }
      ClusterFacts owner = mesh.cluster(before.cluster()).orElseThrow();
      order
          .unitsOf(before.cluster())
          .forEach(
              (when, other) -> {
                if (other.equals(before)) {
                  addBefore(order, mesh, owner, when, units);
                }
              });
    }
  }

  private static Optional<ChartRelease> release(Unit unit, List<ChartRelease> releases) {
    return releases.stream().filter(release -> release.folder().equals(unit.path())).findFirst();
  }

  /** Returns whether it is the layer of that name. */
  boolean is(Layer layer) {
    return unit.path().equals(layer.folder());
  }

  /** Returns whether it brings Istio's definitions, with which every object of theirs would go. */
  boolean bringsDefinitions() {
    return stage.bringsDefinitions();
  }

  /** Returns whether it belongs to the control plane. */
  boolean installs() {
    return unit.path().startsWith(Layer.CONTROL_PLANE.folder());
  }

  /** Returns whether the engine takes away again what it applied when nothing asks for the unit. */
  boolean goes() {
    return Layer.PEERS.goesWithItsEngineObject() && is(Layer.PEERS);
  }

  /** Returns what the unit waits for when all of its files wait. */
  Optional<ClusterPlan.Waiting> gap(ClusterPlan cluster) {
    String folder = unit.path() + "/";
    if (cluster.manifests().stream().anyMatch(file -> path(file).startsWith(folder))) {
      return Optional.empty();
    }
    return cluster.waiting().stream().filter(gap -> gap.path().startsWith(folder)).findFirst();
  }

  private static String path(Manifest file) {
    return file.layer().folder() + "/" + file.fileName();
  }
}
