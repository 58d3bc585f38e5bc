package io.meshwright.plan.delivery;

import io.meshwright.facts.MeshFacts;
import io.meshwright.plan.ChartRelease;
import io.meshwright.plan.ChartReleases;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.Manifest;
import java.util.List;
import java.util.Optional;

/** What a release's folder holds beside its values, so that Flux installs it. */
final class FluxRelease {
  private static final String VALUES = "values.yaml";

  private FluxRelease() {}

  static void add(
      MeshFacts mesh,
      ClusterPlan cluster,
      AppliedUnit unit,
      ChartRelease release,
      ClusterPlan.Builder plan) {
    String name = EngineName.of(mesh, unit.unit());
    String namespace = mesh.topology().gitOps().namespace();
    ChartRepository repository = ChartRepository.of(release.version());
    boolean registry = repository == ChartRepository.OCI;
    plan.add(
        new HelmRelease(
            release.name(),
            name,
            namespace,
            release.name(),
            release.namespace(),
            cluster.cluster().cluster().destination(),
            registry
                ? Optional.empty()
                : Optional.of(
                    new HelmRelease.Chart(release.chart(), release.version().text(), charts(mesh))),
            registry ? Optional.of(name) : Optional.empty(),
            name + "." + "values",
            unit.bringsDefinitions()));
    if (registry) {
      String url = "oci://" + repository.address() + "/" + release.chart();
      String tag = release.version().text();
      plan.add(new OciRepository(release.name(), name, namespace, url, tag));
    }
    plan.add(new NameReferences(release.name()));
    plan.add(
        new ReleaseKustomization(
            release.name(),
            registry ? List.of(OciRepository.FILE, HelmRelease.FILE) : List.of(HelmRelease.FILE),
            name + "." + "values",
            namespace,
            VALUES,
            NameReferences.FILE));
  }

  /** Returns the repository of charts that are in none of the registry. */
  static Optional<Manifest> repository(MeshFacts mesh) {
    return mesh.clusters().stream()
        .flatMap(cluster -> ChartReleases.of(mesh, cluster).stream())
        .map(release -> ChartRepository.of(release.version()))
        .filter(repository -> repository == ChartRepository.HTTPS)
        .findFirst()
        .map(
            repository ->
                new HelmRepository(
                    charts(mesh), mesh.topology().gitOps().namespace(), repository.address()));
  }

  private static String charts(MeshFacts mesh) {
    return mesh.topology().name() + ".charts";
  }
}
