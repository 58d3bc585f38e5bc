package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.Installer;
import io.meshwright.model.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** In which order the units of all clusters are applied: as steps, and as what each waits for. */
public final class ApplicationOrder {
  private final MeshFacts mesh;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, NavigableMap<Stage, Unit>> byCluster = new HashMap<>();

  private ApplicationOrder(MeshFacts mesh) {
    this.mesh = mesh;
  }

  /**
   * One step.
   *
   * @param stage which step it is
   * @param title what it brings, in a few words
   * @param path what is applied in each of its clusters, relative to the cluster's folder
   * @param installed whether the installer applies it, rather than kubectl or a GitOps tool
   * @param clusters the names of the clusters, sorted
   */
  public record Step(
      Stage stage, String title, String path, boolean installed, List<String> clusters) {
    public Step {
      clusters = List.copyOf(clusters);
    }
  }

  /** Returns the order for {@code plans}; steps that concern no cluster are left out. */
  public static ApplicationOrder of(MeshFacts mesh, List<PlannedFiles> plans) {
    ApplicationOrder order = new ApplicationOrder(mesh);
    for (Stage stage : Stage.values()) {
      order.add(stage, plans);
    }
    return order;
  }

  /** Returns the steps; within one the order of the clusters does not matter. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Returns the units of a cluster by their stage, in order. */
  public NavigableMap<Stage, Unit> unitsOf(String cluster) {
    return byCluster.getOrDefault(cluster, new TreeMap<>());
  }

  /**
   * Returns what must be ready before the unit of {@code cluster} at {@code stage}, the nearest
   * only: what these wait for is left out. Sorted by cluster and path.
   */
  public List<Unit> after(ClusterFacts cluster, Stage stage) {
    Set<Unit> units = new LinkedHashSet<>();
    String name = cluster.cluster().name();
    NavigableMap<Stage, Unit> own = unitsOf(name);
    Optional.ofNullable(own.lowerEntry(stage)).ifPresent(entry -> units.add(entry.getValue()));
    switch (stage) {
      case PEERS -> cluster.readsBySecret().forEach(peer -> addLast(peer, Stage.BOOTSTRAP, units));
      case REMOTE_GATEWAY, REMOTE_CANARY_GATEWAY ->
          cluster.controlPlanes().forEach(primary -> addLast(primary, Stage.PEERS, units));
      case HOST_ISTIOD, HOST_CANARY ->
          cluster.configSource().ifPresent(source -> addLast(source, Stage.SOURCE_MESH, units));
      default -> {
        if (isFirstOfControlPlane(own, stage)) {
          addPrimary(cluster, stage, units);
        }
      }
    }
    return units.stream().sorted(ApplicationOrder::compare).toList();
  }

  private static boolean isFirstOfControlPlane(NavigableMap<Stage, Unit> own, Stage stage) {
    Map.Entry<Stage, Unit> before = own.lowerEntry(stage);
    return before == null || before.getKey() == Stage.BOOTSTRAP;
  }

  /** A remote's settings are about an istiod that it must be able to reach. */
  private void addPrimary(ClusterFacts cluster, Stage stage, Set<Unit> units) {
    boolean source = stage.group() == Stage.Group.SOURCES;
    if (source || stage.group() == Stage.Group.REMOTES) {
      Stage last = source ? Stage.HOST_GATEWAY : Stage.HOST_MESH;
      cluster.dials().ifPresent(primary -> addLast(primary, last, units));
    }
  }

  /** Adds the last unit of {@code cluster} up to {@code stage}, which waits for all before it. */
  private void addLast(Cluster cluster, Stage stage, Set<Unit> units) {
    Map.Entry<Stage, Unit> last = unitsOf(cluster.name()).floorEntry(stage);
    if (last != null) {
      units.add(last.getValue());
    }
  }

  private static int compare(Unit one, Unit other) {
    int byCluster = one.cluster().compareTo(other.cluster());
    return byCluster != 0 ? byCluster : one.path().compareTo(other.path());
  }

  private void add(Stage stage, List<PlannedFiles> plans) {
    Installer installer = mesh.topology().istio().installer();
    Map<String, List<String>> clusters = new TreeMap<>();
    for (PlannedFiles plan : plans) {
      ClusterFacts facts = plan.cluster();
      if (stage.group().has(facts)) {
        UnitPaths.of(stage.part(), installer, plan)
            .ifPresent(
                path -> {
                  String name = facts.cluster().name();
                  clusters.computeIfAbsent(path, key -> new ArrayList<>()).add(name);
                  byCluster
                      .computeIfAbsent(name, key -> new TreeMap<>())
                      .put(stage, new Unit(name, path));
                });
      }
    }
    clusters.forEach(
        (path, names) ->
            steps.add(new Step(stage, title(stage, names), path, isInstalled(path), names)));
  }

  /**
   * Returns whether somebody runs the installer with what lies at {@code path}. An operator's
   * objects are in a folder that is applied, and so are the manifests that istioctl made; an engine
   * does with charts what Helm does.
   */
  private boolean isInstalled(String path) {
    Topology topology = mesh.topology();
    return path.startsWith(Layer.CONTROL_PLANE.folder() + "/")
        && switch (topology.istio().installer()) {
          case ISTIOCTL -> path.endsWith(".yaml");
          case HELM -> !topology.gitOps().hasEngine();
          case SAIL, OPERATOR -> false;
        };
  }

  private String title(Stage stage, List<String> names) {
    boolean operator = mesh.topology().istio().installer() == Installer.OPERATOR;
    return switch (stage) {
      case PRIMARY_ISTIOD -> operator ? "istiod and gateways of the primaries" : stage.title();
      case REMOTE_ISTIOD, REMOTE_CANARY -> {
        String canary = stage == Stage.REMOTE_CANARY ? " of a canary" : "";
        yield operator
            ? "settings and gateways of the remotes"
            : haveIstiod(names) ? "the remotes' own istiod" + canary : stage.title();
      }
      default -> stage.title();
    };
  }

  private boolean haveIstiod(List<String> names) {
    Set<String> wanted = new TreeSet<>(names);
    return mesh.clusters().stream()
        .anyMatch(facts -> wanted.contains(facts.cluster().name()) && facts.installsIstiod());
  }
}
