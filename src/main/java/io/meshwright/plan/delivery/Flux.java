package io.meshwright.plan.delivery;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.GitOps;
import io.meshwright.model.Installer;
import io.meshwright.plan.ApplicationOrder;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DeliveryKind;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.documents.Kustomization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flux: a Kustomization a unit, which waits for those of the units before it, also in other
 * clusters; and a parent that brings them all. A dependency from the same source must have applied
 * the same revision ({@code checkDependencies} of kustomize-controller 1.9.4), so that the order
 * holds for every commit.
 */
final class Flux implements DeliveryKind {
  private static final String KEEP = "kustomize.toolkit.fluxcd.io/prune";

  /** An operator's object is ready when the operator says so. */
  private static final FluxKustomization.Health OPERATOR =
      new FluxKustomization.Health(
          "install.istio.io/v1alpha1",
          "IstioOperator",
          "has(status.status) && status.status == 'HEALTHY'");

  /** istiod writes it as soon as it can validate; git says Ignore, as the charts do. */
  private static final FluxKustomization.Kept FAILURE_POLICY =
      new FluxKustomization.Kept("ValidatingWebhookConfiguration", "/webhooks/0/failurePolicy");

  @Override
  public void plan(
      MeshFacts mesh, ApplicationOrder order, ClusterPlan cluster, ClusterPlan.Builder plan) {
    List<String> files = new ArrayList<>();
    for (AppliedUnit unit : AppliedUnit.of(mesh, order, cluster)) {
      String file = EngineName.file(unit.unit());
      Optional<ClusterPlan.Waiting> gap = unit.gap(cluster);
      if (gap.isPresent()) {
        plan.waitFor(Layer.GITOPS, file, gap.get().value(), gap.get().place());
        continue;
      }
      files.add(file);
      plan.add(kustomization(mesh, order, cluster.cluster(), unit));
      unit.release().ifPresent(release -> FluxRelease.add(mesh, cluster, unit, release, plan));
    }
    plan.add(new Kustomization(Layer.GITOPS, "", files.stream().sorted().toList()));
  }

  private static FluxKustomization kustomization(
      MeshFacts mesh, ApplicationOrder order, ClusterFacts cluster, AppliedUnit unit) {
    String folder = RepositoryFolder.of(mesh).of(unit.unit().cluster(), unit.unit().path());
    boolean definitions = unit.bringsDefinitions();
    return new FluxKustomization(
        EngineName.file(unit.unit()),
        EngineName.of(mesh, unit.unit()),
        mesh.topology().gitOps().namespace(),
        EngineName.ofMesh(mesh),
        "./" + folder,
        !definitions,
        unit.goes() ? FluxKustomization.MIRROR_PRUNE : FluxKustomization.ORPHAN,
        true,
        // a HelmRelease stands in Flux's own cluster, and says itself which one it is about
        unit.release().isPresent()
            ? Optional.empty()
            : Optional.of(cluster.cluster().destination()),
        unit.after(order, mesh).stream()
            .map(before -> EngineName.of(mesh, before))
            .sorted()
            .toList(),
        definitions ? List.of(new FluxKustomization.Annotation(KEEP, "disabled")) : List.of(),
        isOf(mesh, unit, Installer.OPERATOR) ? List.of(OPERATOR) : List.of(),
        isOf(mesh, unit, Installer.ISTIOCTL) && !definitions ? List.of(FAILURE_POLICY) : List.of());
  }

  private static boolean isOf(MeshFacts mesh, AppliedUnit unit, Installer installer) {
    return unit.installs() && mesh.topology().istio().installer() == installer;
  }

  @Override
  public List<Manifest> ofMesh(MeshFacts mesh) {
    List<Manifest> manifests = new ArrayList<>();
    manifests.add(repository(mesh));
    manifests.add(parent(mesh));
    FluxRelease.repository(mesh).ifPresent(manifests::add);
    List<String> resources = new ArrayList<>();
    manifests.forEach(manifest -> resources.add(manifest.fileName()));
    for (ClusterFacts cluster : mesh.clusters()) {
      resources.add("../../" + cluster.cluster().name() + "/" + Layer.GITOPS.folder());
    }
    manifests.add(new Kustomization(Layer.GITOPS, "", resources.stream().sorted().toList()));
    return manifests;
  }

  private static GitRepository repository(MeshFacts mesh) {
    GitOps gitOps = mesh.topology().gitOps();
    Optional<String> reference = gitOps.revision().filter(name -> name.startsWith("refs/"));
    return new GitRepository(
        EngineName.ofMesh(mesh),
        gitOps.namespace(),
        gitOps.repoUrl().orElse(""),
        reference.isPresent() ? Optional.empty() : gitOps.revision(),
        reference,
        gitOps.secret());
  }

  private static FluxKustomization parent(MeshFacts mesh) {
    return new FluxKustomization(
        "mesh.yaml",
        EngineName.ofMesh(mesh),
        mesh.topology().gitOps().namespace(),
        EngineName.ofMesh(mesh),
        "./" + RepositoryFolder.of(mesh).of("_mesh", Layer.GITOPS.folder()),
        true,
        FluxKustomization.ORPHAN,
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
