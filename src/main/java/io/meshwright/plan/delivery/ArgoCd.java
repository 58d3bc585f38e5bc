package io.meshwright.plan.delivery;

import io.meshwright.facts.MeshFacts;
import io.meshwright.model.GitOps;
import io.meshwright.model.Installer;
import io.meshwright.plan.ApplicationOrder;
import io.meshwright.plan.ChartRelease;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DeliveryKind;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * Argo CD: an Application a unit, and a parent that brings them wave by wave. A parent goes on to
 * the next wave when the Applications of the last one are healthy, which Argo CD finds out only
 * where its check of Applications is restored (docs/operator-manual/health.md at 3.5.1). It
 * compares by asking the API server (docs/user-guide/diff-strategies.md): what definitions fill in,
 * such as in an ExternalSecret, would be a difference otherwise, which no synchronisation ends.
 */
final class ArgoCd implements DeliveryKind {
  /** What Argo CD follows when nobody names a branch: the repository's default branch. */
  private static final String DEFAULT_BRANCH = "HEAD";

  private static final String INCLUDE = "*/" + Layer.GITOPS.folder() + "/*.yaml";

  /** A star takes slashes, too: {@code util/glob/glob.go} at 3.5.1 names no separators. */
  private static final String EXCLUDE = "{_mesh/*,*/" + Layer.CONTROL_PLANE.folder() + "/*}";

  @Override
  public void plan(
      MeshFacts mesh, ApplicationOrder order, ClusterPlan cluster, ClusterPlan.Builder plan) {
    for (AppliedUnit unit : AppliedUnit.of(mesh, order, cluster)) {
      unit.gap(cluster)
          .ifPresentOrElse(
              gap ->
                  plan.waitFor(
                      Layer.GITOPS, EngineName.file(unit.unit()), gap.value(), gap.place()),
              () -> plan.add(application(mesh, cluster, unit)));
    }
  }

  private static Application application(MeshFacts mesh, ClusterPlan cluster, AppliedUnit unit) {
    GitOps gitOps = mesh.topology().gitOps();
    return new Application(
        EngineName.file(unit.unit()),
        EngineName.of(mesh, unit.unit()),
        gitOps.namespace(),
        gitOps.project(),
        Integer.toString(unit.stage().wave()),
        unit.goes(),
        source(gitOps, RepositoryFolder.of(mesh).of(unit.unit().cluster(), unit.unit().path())),
        unit.release().map(release -> chart(mesh, unit, release)),
        cluster.cluster().cluster().destination(),
        unit.release()
            .map(ChartRelease::namespace)
            .orElseGet(() -> mesh.topology().istio().namespace()),
        hasWebhooks(mesh, unit),
        !unit.bringsDefinitions(),
        options(mesh, unit));
  }

  private static Application.Source source(GitOps gitOps, String path) {
    return new Application.Source(
        gitOps.repoUrl().orElse(""), gitOps.revision().orElse(DEFAULT_BRANCH), path);
  }

  private static Application.Chart chart(MeshFacts mesh, AppliedUnit unit, ChartRelease release) {
    String folder = RepositoryFolder.of(mesh).of(unit.unit().cluster(), release.folder());
    return new Application.Chart(
        ChartRepository.of(release.version()).address(),
        release.chart(),
        release.version().text(),
        release.name(),
        "$values/" + folder + "/values.yaml");
  }

  /** An operator in the cluster keeps the webhooks that it makes itself. */
  private static boolean hasWebhooks(MeshFacts mesh, AppliedUnit unit) {
    return unit.installs()
        && switch (mesh.topology().istio().installer()) {
          case ISTIOCTL, HELM -> true;
          case SAIL, OPERATOR -> false;
        };
  }

  private static List<String> options(MeshFacts mesh, AppliedUnit unit) {
    List<String> options = new ArrayList<>();
    options.add("ServerSideApply=true");
    if (hasWebhooks(mesh, unit)) {
      options.add("RespectIgnoreDifferences=true");
    }
    if (needsDefinitions(mesh, unit)) {
      options.add("SkipDryRunOnMissingResource=true");
    }
    if (unit.bringsDefinitions()) {
      options.add("Prune=false");
      options.add("Delete=false");
    }
    return options;
  }

  /** Its objects are of kinds that an earlier unit, or istiod's operator, defines. */
  private static boolean needsDefinitions(MeshFacts mesh, AppliedUnit unit) {
    boolean byOperator = mesh.topology().istio().installer() == Installer.OPERATOR;
    return unit.is(Layer.MESH) || (unit.installs() && !unit.bringsDefinitions() && !byOperator);
  }

  @Override
  public List<Manifest> ofMesh(MeshFacts mesh) {
    GitOps gitOps = mesh.topology().gitOps();
    return List.of(
        new MeshApplication(
            EngineName.ofMesh(mesh),
            gitOps.namespace(),
            gitOps.project(),
            source(gitOps, RepositoryFolder.of(mesh).ofMesh()),
            INCLUDE,
            EXCLUDE));
  }
}
