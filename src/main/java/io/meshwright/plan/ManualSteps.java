package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.GatewayApiRelease;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import io.meshwright.model.Certificates;
import io.meshwright.model.Installer;
import io.meshwright.model.Istio;
import io.meshwright.model.SecretStore;
import io.meshwright.model.Secrets;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is left for a person, or a pipeline, when the rendered layers are applied. */
public final class ManualSteps {
  private ManualSteps() {}

  /** Returns the steps in order, a sentence each, without a full stop. */
  public static List<String> of(MeshFacts mesh, ApplicationOrder order) {
    List<String> steps = new ArrayList<>();
    Secrets secrets = mesh.topology().secrets();
    secrets.store().ifPresent(store -> addStored(mesh, store, steps));
    if (mesh.topology().istio().installer() == Installer.OPERATOR) {
      Map<IstioVersion, List<String>> clusters = byVersion(mesh, facts -> true, "");
      clusters.forEach(
          (version, names) ->
              steps.add(operator(mesh, version, clusters.size() == 1 ? List.of() : names)));
    }
    addGatewayApi(mesh, steps);
    EngineNeeds.addSteps(mesh, steps);
    mesh.hosts().forEach(host -> HostSteps.add(host, steps));
    boolean helm = mesh.topology().istio().installer() == Installer.HELM;
    if (helm && order.steps().stream().anyMatch(ApplicationOrder.Step::installed)) {
      steps.add(HelmSteps.repository());
    }
    for (ApplicationOrder.Step step : order.steps()) {
      if (step.installed() && helm) {
        steps.addAll(HelmSteps.of(mesh, step));
      } else if (step.installed()) {
        Set<String> concerned = Set.copyOf(step.clusters());
        byVersion(mesh, facts -> concerned.contains(facts.cluster().name()), step.path())
            .forEach(
                (version, names) ->
                    steps.add(install(step, version, names) + again(mesh, step, concerned)));
      }
    }
    addDraining(mesh, steps);
    return List.copyOf(steps);
  }

  /** Nobody but its owners knows when nothing calls a cluster any more. */
  private static void addDraining(MeshFacts mesh, List<String> steps) {
    List<String> draining = names(mesh, facts -> facts.cluster().isDraining());
    if (!draining.isEmpty()) {
      steps.add(
          "When nothing calls the services of "
              + Words.list(draining)
              + " there any more, take "
              + (draining.size() == 1 ? "it" : "them")
              + " out of the topology");
    }
  }

  private static String install(
      ApplicationOrder.Step step, IstioVersion version, List<String> clusters) {
    return "Install "
        + step.title()
        + " with istioctl "
        + version
        + ", one file a run: "
        + (IstioFeature.INSTALL_COMMAND.in(version)
            ? "istioctl install"
            : "istioctl manifest apply")
        + " -f CLUSTER/"
        + step.path()
        + " for "
        + Words.list(clusters);
  }

  /** Both istiods of a cluster bring Istio's definitions, and whatever is installed last stays. */
  private static String again(MeshFacts mesh, ApplicationOrder.Step step, Set<String> clusters) {
    Set<String> older = new LinkedHashSet<>();
    for (ClusterFacts facts : mesh.clusters()) {
      facts
          .canary()
          .filter(canary -> clusters.contains(facts.cluster().name()))
          .filter(canary -> isOperator(step.path(), canary))
          .filter(canary -> facts.version().isBefore(canary.version()))
          .ifPresent(canary -> older.add(facts.version().text()));
    }
    return older.isEmpty()
        ? ""
        : "; once more whenever istioctl "
            + String.join(" or ", older)
            + " has run again there, which brings Istio's older definitions (CRDs) back";
  }

  private static boolean isOperator(String path, ClusterFacts canary) {
    return path.endsWith("/" + InstallerFile.operator(canary.cluster().release().revision()));
  }

  /** Each cluster is installed by the istioctl of its own version: the older ones first. */
  private static Map<IstioVersion, List<String>> byVersion(
      MeshFacts mesh, Predicate<ClusterFacts> which, String path) {
    Map<IstioVersion, List<String>> clusters =
        new TreeMap<>(
            Comparator.comparingInt(IstioVersion::minor)
                .thenComparingInt(IstioVersion::patch)
                .thenComparing(IstioVersion::text));
    mesh.clusters().stream()
        .filter(which)
        .forEach(
            facts ->
                clusters
                    .computeIfAbsent(version(facts, path), version -> new ArrayList<>())
                    .add(facts.cluster().name()));
    return clusters;
  }

  /** A canary's files are installed by an istioctl of its own version. */
  private static IstioVersion version(ClusterFacts facts, String path) {
    return facts
        .canary()
        .filter(
            canary ->
                isOperator(path, canary)
                    || path.endsWith(
                        "/" + InstallerFile.gateway(canary.cluster().release().revision())))
        .orElse(facts)
        .version();
  }

  /** The operator's image is of the release that it installs. */
  private static String operator(MeshFacts mesh, IstioVersion version, List<String> some) {
    Istio istio = mesh.topology().istio();
    return "Install Istio's operator in "
        + (some.isEmpty() ? "every cluster" : Words.list(some))
        + " with istioctl "
        + version
        + ", before control-plane/: istioctl operator init"
        + istio.hub().map(hub -> " --hub " + hub).orElse("")
        + " --tag "
        + version
        + (IstioFeature.WATCHED_NAMESPACES.in(version)
            ? " --watchedNamespaces "
            : " --istioNamespace ")
        + istio.namespace();
  }

  /** The newest of the definitions that the versions need serve all. */
  private static void addGatewayApi(MeshFacts mesh, List<String> steps) {
    List<ClusterFacts> clusters =
        mesh.clusters().stream().filter(mesh::hasKubernetesGateways).toList();
    boolean alpha = clusters.stream().anyMatch(ManualSteps::hasAlphaRoutes);
    clusters.stream()
        .flatMap(facts -> facts.revisions().stream())
        .flatMapToInt(facts -> GatewayApiRelease.minor(facts.version()).stream())
        .max()
        .ifPresent(
            minor ->
                steps.add(
                    "Install the definitions of the Kubernetes Gateway API (v1."
                        + minor
                        + " or later, "
                        + (alpha ? "experimental" : "standard")
                        + " channel), before mesh/, in "
                        + Words.list(
                            clusters.stream().map(facts -> facts.cluster().name()).toList())));
  }

  private static boolean hasAlphaRoutes(ClusterFacts facts) {
    return facts.exposesIstiod() && !facts.has(IstioFeature.TLS_ROUTE_V1);
  }

  private static void addStored(MeshFacts mesh, SecretStore store, List<String> steps) {
    Certificates certificates = mesh.topology().certificates();
    Secrets secrets = mesh.topology().secrets();
    String into = "into " + store.kind() + " " + store.name();
    List<String> signing = names(mesh, ClusterFacts::installsIstiod);
    if (certificates.source() == Certificates.Source.EXTERNAL_SECRETS && !signing.isEmpty()) {
      steps.add(
          "Put each control plane's signing certificate, all under one root, "
              + into
              + " at "
              + certificates.path().replace("{mesh}", mesh.topology().name())
              + " (ca-cert.pem, ca-key.pem, cert-chain.pem, root-cert.pem) for "
              + Words.list(signing));
    }
    List<String> watched = names(mesh, cluster -> !cluster.readBySecret().isEmpty());
    if (!secrets.publish() && !watched.isEmpty()) {
      steps.add(
          "Put the reader's token of each watched cluster "
              + into
              + " at "
              + secrets.path().replace("{mesh}", mesh.topology().name())
              + " (token), or set spec.secrets.publish, for "
              + Words.list(watched));
    }
    List<String> sources = names(mesh, cluster -> !cluster.configures().isEmpty());
    if (!secrets.publish() && !sources.isEmpty()) {
      steps.add(
          "Put istiod's token of each cluster that holds a configuration "
              + into
              + " at "
              + secrets.path().replace("{mesh}", mesh.topology().name())
              + " (istiod-token), or set spec.secrets.publish, for "
              + Words.list(sources));
    }
  }

  private static List<String> names(MeshFacts mesh, Predicate<ClusterFacts> which) {
    return mesh.clusters().stream().filter(which).map(facts -> facts.cluster().name()).toList();
  }
}
