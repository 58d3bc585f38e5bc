package io.meshwright.verify;

import io.meshwright.plan.Manifest;
import io.meshwright.plan.delivery.Application;
import io.meshwright.plan.delivery.FluxKustomization;
import io.meshwright.plan.delivery.GitRepository;
import io.meshwright.plan.delivery.HelmRelease;
import io.meshwright.plan.delivery.HelmRepository;
import io.meshwright.plan.delivery.MeshApplication;
import io.meshwright.plan.delivery.NameReferences;
import io.meshwright.plan.delivery.OciRepository;
import io.meshwright.plan.delivery.ReleaseKustomization;
import java.util.List;
import java.util.Optional;

/** Every object of an engine, with every component filled in and with every one left out. */
final class EngineManifests {
  private static final Application.Source SOURCE =
      new Application.Source("https://git.example.com/mesh.git", "main", "output/shop/eu1/mesh");

  private EngineManifests() {}

  static List<Manifest> all() {
    return List.of(
        application(Optional.empty(), false, List.of("ServerSideApply=true", "Prune=false")),
        application(
            Optional.of(
                new Application.Chart(
                    "registry.example.com/charts",
                    "gateway",
                    "1.30.3",
                    "istio-eastwestgateway",
                    "$values/output/values.yaml")),
            true,
            List.of("ServerSideApply=true")),
        new MeshApplication("shop.mesh", "argocd", "default", SOURCE, "*/gitops/*", "{a/*,b/*}"),
        kustomization(
            Optional.of("eu1"),
            List.of("shop.eu1.bootstrap", "shop.us1.bootstrap"),
            List.of(new FluxKustomization.Annotation("example.com/kept", "yes")),
            List.of(new FluxKustomization.Health("example.com/v1", "Kind", "status.up")),
            List.of(new FluxKustomization.Kept("Kind", "/spec/replicas"))),
        kustomization(Optional.empty(), List.of(), List.of(), List.of(), List.of()),
        repository(Optional.of("main"), Optional.empty(), Optional.of("mesh-git")),
        repository(Optional.empty(), Optional.of("refs/tags/v1"), Optional.empty()),
        repository(Optional.empty(), Optional.empty(), Optional.empty()),
        new HelmRepository("shop.charts", "flux-system", "https://charts.example.com"),
        new OciRepository("istiod", "shop.eu1.istiod", "flux-system", "oci://a/b", "1.30.3"),
        release(
            Optional.of(new HelmRelease.Chart("istiod", "1.28.0", "shop.charts")),
            Optional.empty(),
            true),
        release(Optional.empty(), Optional.of("shop.eu1.istiod"), false),
        new ReleaseKustomization(
            "istiod",
            List.of("chart.yaml", "helm-release.yaml"),
            "shop.eu1.istiod.values",
            "flux-system",
            "values.yaml",
            "name-references.yaml"),
        new NameReferences("istiod"));
  }

  private static Application application(
      Optional<Application.Chart> chart, boolean all, List<String> options) {
    return new Application(
        "mesh.yaml",
        "shop.eu1.mesh",
        "argocd",
        "platform",
        "17",
        all,
        SOURCE,
        chart,
        "eu1-prod",
        "istio-system",
        all,
        all,
        options);
  }

  private static FluxKustomization kustomization(
      Optional<String> kubeconfig,
      List<String> after,
      List<FluxKustomization.Annotation> annotations,
      List<FluxKustomization.Health> health,
      List<FluxKustomization.Kept> kept) {
    return new FluxKustomization(
        "mesh.yaml",
        "shop.eu1.mesh",
        "flux-system",
        "shop.mesh",
        "./output/shop/eu1/mesh",
        kubeconfig.isPresent(),
        "Orphan",
        kubeconfig.isPresent(),
        kubeconfig,
        after,
        annotations,
        health,
        kept);
  }

  private static GitRepository repository(
      Optional<String> branch, Optional<String> reference, Optional<String> secret) {
    return new GitRepository(
        "shop.mesh",
        "flux-system",
        "ssh://git@git.example.com/mesh.git",
        branch,
        reference,
        secret);
  }

  private static HelmRelease release(
      Optional<HelmRelease.Chart> chart, Optional<String> artifact, boolean definitions) {
    return new HelmRelease(
        "istiod",
        "shop.eu1.istiod",
        "flux-system",
        "istiod",
        "istio-system",
        "eu1",
        chart,
        artifact,
        "shop.eu1.istiod.values",
        definitions);
  }
}
