package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.TestMesh;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.GitOps;
import io.meshwright.model.LocalFiles;
import io.meshwright.model.TopologyReader;
import io.meshwright.plan.ApplicationOrder;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.PlannedFiles;
import io.meshwright.plan.Planner;
import io.meshwright.plan.Unit;
import io.meshwright.plan.delivery.Application;
import io.meshwright.plan.delivery.Engines;
import io.meshwright.plan.delivery.FluxKustomization;
import io.meshwright.plan.documents.StandardDocuments;
import io.meshwright.source.SourceText;
import io.meshwright.yaml.YamlReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must be ready before a unit, also in another cluster, the objects of an engine say. */
class DeliveredOrderTest {
  private static final Planner PLANNER = new Planner(StandardDocuments.all());
  private static final List<String> INSTALLERS = List.of("istioctl", "operator", "helm", "sail");

  private int compared;

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void nothingOfTheOrderIsLost(GitOps.Engine engine) throws IOException {
    for (TestMesh example : TestMesh.examples()) {
      check(engine, example.text());
    }
    for (int seed = 0; seed < RandomMesh.ROUND; seed++) {
      check(engine, RandomMesh.of(seed).text());
    }
    assertTrue(compared > 1000, () -> "only " + compared);
  }

  private void check(GitOps.Engine engine, String text) {
    for (String installer : INSTALLERS) {
      String told =
          text.replaceFirst("(?m)^ *install: .*\n", "")
              .replaceFirst("(?m)^  gitops:\n(    .*\n)+", "")
              .replaceFirst("(?m)^  istio:$", "  istio:\n    install: " + installer);
      check(facts(told + "\n  gitops:\n    engine: " + engine.word() + "\n    revision: main\n"));
    }
  }

  private static MeshFacts facts(String text) {
    return MeshFacts.of(
        TopologyReader.read(
            new YamlReader().read(new SourceText("topology.yaml", text)).value().orElseThrow()),
        new LocalFiles(Map.of(), Map.of()));
  }

  private void check(MeshFacts mesh) {
    List<ClusterPlan> plans =
        mesh.clusters().stream().map(cluster -> PLANNER.plan(mesh, cluster)).toList();
    ApplicationOrder order =
        ApplicationOrder.of(mesh, plans.stream().map(PlannedFiles::of).toList());
    BiPredicate<Unit, Unit> said = said(mesh, order, plans);
    for (ClusterFacts cluster : mesh.clusters()) {
      order
          .unitsOf(cluster.cluster().name())
          .forEach(
              (stage, unit) ->
                  order.after(cluster, stage).forEach(before -> is(said, before, unit, mesh)));
      for (Cluster watched : cluster.readsBySecret()) {
        is(said, unit(watched, "bootstrap"), unit(cluster.cluster(), "peers"), mesh);
      }
      cluster
          .dials()
          .filter(Cluster::isPrimary)
          .ifPresent(
              primary -> is(said, unit(primary, "mesh"), unit(cluster.cluster(), "mesh"), mesh));
    }
  }

  private static Unit unit(Cluster cluster, String path) {
    return new Unit(cluster.name(), path);
  }

  private void is(BiPredicate<Unit, Unit> said, Unit before, Unit unit, MeshFacts mesh) {
    assertTrue(
        said.test(before, unit),
        () -> before + " is not before " + unit + " in " + mesh.topology());
    compared++;
  }

  /** Returns whether a unit comes before another; true where one has no object that could say. */
  private static BiPredicate<Unit, Unit> said(
      MeshFacts mesh, ApplicationOrder order, List<ClusterPlan> plans) {
    Map<String, Integer> waves = new HashMap<>();
    Map<String, FluxKustomization> kustomizations = new HashMap<>();
    for (ClusterPlan plan : plans) {
      plan.with(
              more ->
                  Engines.of(mesh.topology().gitOps().engine())
                      .orElseThrow()
                      .plan(mesh, order, plan, more))
          .manifests()
          .forEach(
              manifest -> {
                if (manifest instanceof Application application) {
                  waves.put(application.source().path(), Integer.valueOf(application.wave()));
                } else if (manifest instanceof FluxKustomization kustomization) {
                  kustomizations.put(kustomization.name(), kustomization);
                }
              });
    }
    String root = mesh.topology().gitOps().path() + "/" + mesh.topology().name() + "/";
    if (kustomizations.isEmpty()) {
      return (before, unit) -> isBefore(waves, path(root, before), path(root, unit));
    }
    Map<String, FluxKustomization> byPath = new HashMap<>();
    kustomizations.values().forEach(each -> byPath.put(each.path(), each));
    return (before, unit) ->
        isReached(
            kustomizations,
            Optional.ofNullable(byPath.get("./" + path(root, before))),
            Optional.ofNullable(byPath.get("./" + path(root, unit))));
  }

  private static String path(String root, Unit unit) {
    return root + unit.cluster() + "/" + unit.path();
  }

  private static boolean isBefore(Map<String, Integer> waves, String before, String unit) {
    return !waves.containsKey(before)
        || !waves.containsKey(unit)
        || waves.getOrDefault(before, 0) < waves.getOrDefault(unit, 0);
  }

  private static boolean isReached(
      Map<String, FluxKustomization> all,
      Optional<FluxKustomization> before,
      Optional<FluxKustomization> unit) {
    if (before.isEmpty() || unit.isEmpty()) {
      return true;
    }
    Set<String> reached = new HashSet<>();
    List<String> next = unit.get().after();
    while (!next.isEmpty()) {
      reached.addAll(next);
      next =
          next.stream()
              .flatMap(name -> Optional.ofNullable(all.get(name)).stream())
              .flatMap(each -> each.after().stream())
              .filter(name -> !reached.contains(name))
              .distinct()
              .toList();
    }
    return reached.contains(before.get().name());
  }
}
