package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Canary;
import io.meshwright.model.Installer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * In which order the layers of all clusters are applied. Within a cluster the folders' order
 * suffices; across clusters these edges are hard: a remote's bootstrap before its primaries' peers
 * (istiod reads the annotation once), a primary's gateway and routes before its remotes' istiod
 * settings, and a remote's gateway, which is injected, after its primary's peers; and what holds
 * the configuration of a hosted istiod before that istiod, which reads it when it starts.
 *
 * @param steps the steps; within a step the order does not matter
 */
public record ApplicationOrder(List<Step> steps) {
  public ApplicationOrder {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param title what it brings, in a few words
   * @param path what is applied in each of its clusters, relative to the cluster's folder
   * @param installed whether the installer applies it, rather than kubectl or a GitOps tool
   * @param clusters the names of the clusters, sorted
   */
  public record Step(String title, String path, boolean installed, List<String> clusters) {
    public Step {
      clusters = List.copyOf(clusters);
    }
  }

  /** Returns the order for {@code plans}; steps that concern no cluster are left out. */
  public static ApplicationOrder of(MeshFacts mesh, List<ClusterPlan> plans) {
    List<Step> steps = new ArrayList<>();
    add(steps, plans, "namespaces and certificates", Layer.BOOTSTRAP.folder(), cluster -> true);
    if (mesh.topology().istio().installer() == Installer.OPERATOR) {
      addForOperator(steps, plans);
    } else {
      addForIstioctl(mesh, steps, plans);
    }
    return new ApplicationOrder(steps);
  }

  /** The operator takes the objects of a layer one after the other, istiod's first. */
  private static void addForOperator(List<Step> steps, List<ClusterPlan> plans) {
    Predicate<ClusterFacts> primaries = ClusterFacts::runsIstiod;
    Predicate<ClusterFacts> remotes = primaries.negate();
    String controlPlane = Layer.CONTROL_PLANE.folder();
    add(steps, plans, "istiod and gateways of the primaries", controlPlane, primaries);
    add(steps, plans, "mesh objects of the primaries", Layer.MESH.folder(), primaries);
    add(steps, plans, "settings and gateways of the remotes", controlPlane, remotes);
    add(steps, plans, "mesh objects of the remotes", Layer.MESH.folder(), remotes);
    add(steps, plans, "access to the other clusters", Layer.PEERS.folder(), cluster -> true);
  }

  private static void addForIstioctl(MeshFacts mesh, List<Step> steps, List<ClusterPlan> plans) {
    Predicate<ClusterFacts> primaries = facts -> facts.cluster().isPrimary();
    Predicate<ClusterFacts> sources = ApplicationOrder::holdsForOthers;
    Predicate<ClusterFacts> remotes = facts -> facts.cluster().isRemote() && !holdsForOthers(facts);
    addIstiods(steps, plans, "istiod", primaries);
    addGateways(steps, plans, "east-west gateways beside an istiod", primaries);
    add(steps, plans, "mesh objects of the primaries", Layer.MESH.folder(), primaries);
    addHosts(steps, plans, sources);
    boolean istiod =
        mesh.clusters().stream().anyMatch(facts -> !facts.runsIstiod() && facts.installsIstiod());
    String settings = istiod ? "the remotes' own istiod" : "the remotes' settings";
    addIstiods(steps, plans, settings, remotes);
    add(steps, plans, "mesh objects of the remotes", Layer.MESH.folder(), remotes);
    add(steps, plans, "access to the other clusters", Layer.PEERS.folder(), cluster -> true);
    addGateways(steps, plans, "east-west gateways of remotes", sources.or(remotes));
  }

  private static void addHosts(
      List<Step> steps, List<ClusterPlan> plans, Predicate<ClusterFacts> sources) {
    Predicate<ClusterFacts> hosts = ClusterFacts::isHost;
    String gateway = "control-plane/controlplane-gateway.yaml";
    add(steps, plans, "the gateway in front of the hosted istiod", gateway, hosts);
    addIstiods(steps, plans, "the settings of the cluster that configures it", sources);
    add(steps, plans, "the token with which it reads that cluster", Layer.MESH.folder(), sources);
    String istiod = "the hosted istiod (after its Secret istio-kubeconfig)";
    addIstiods(steps, plans, istiod, hosts);
    add(steps, plans, "the way from the gateway to it", Layer.MESH.folder(), hosts);
  }

  private static boolean holdsForOthers(ClusterFacts facts) {
    return facts.cluster().isRemote() && facts.holdsConfiguration();
  }

  /**
   * A canary comes after what it stands beside: both bring Istio's definitions, of which the newer
   * ones stay.
   */
  private static void addIstiods(
      List<Step> steps, List<ClusterPlan> plans, String title, Predicate<ClusterFacts> which) {
    Set<String> first = new TreeSet<>();
    Set<String> canaries = new TreeSet<>();
    for (ClusterPlan plan : plans) {
      ClusterFacts facts = plan.cluster();
      if (which.test(facts)) {
        first.add(InstallerFile.operator(facts.cluster().release().revision()));
        revision(facts).ifPresent(canary -> canaries.add(canary));
      }
    }
    for (String file : first) {
      addInstalled(
          steps,
          plans,
          title,
          file,
          which.and(
              facts -> file.equals(InstallerFile.operator(facts.cluster().release().revision()))));
    }
    for (String canary : canaries) {
      addInstalled(
          steps,
          plans,
          title + " of a canary",
          InstallerFile.operator(Optional.of(canary)),
          which.and(facts -> revision(facts).equals(Optional.of(canary))));
    }
  }

  private static void addGateways(
      List<Step> steps, List<ClusterPlan> plans, String title, Predicate<ClusterFacts> which) {
    addInstalled(steps, plans, title, InstallerFile.gateway(Optional.empty()), which);
    Set<String> canaries = new TreeSet<>();
    plans.stream()
        .map(ClusterPlan::cluster)
        .filter(which)
        .forEach(facts -> revision(facts).ifPresent(canary -> canaries.add(canary)));
    canaries.forEach(
        canary ->
            addInstalled(
                steps,
                plans,
                title + " of a canary",
                InstallerFile.gateway(Optional.of(canary)),
                which.and(facts -> revision(facts).equals(Optional.of(canary)))));
  }

  /** Returns the revision of a cluster's canary, as the names of files take it. */
  private static Optional<String> revision(ClusterFacts facts) {
    return facts.cluster().release().canary().map(Canary::revision);
  }

  private static void addInstalled(
      List<Step> steps,
      List<ClusterPlan> plans,
      String title,
      String file,
      Predicate<ClusterFacts> which) {
    add(steps, plans, title, Layer.CONTROL_PLANE.folder() + "/" + file, which);
  }

  private static void add(
      List<Step> steps,
      List<ClusterPlan> plans,
      String title,
      String path,
      Predicate<ClusterFacts> concerns) {
    List<String> clusters =
        plans.stream()
            .filter(plan -> concerns.test(plan.cluster()) && has(plan, path))
            .map(plan -> plan.cluster().cluster().name())
            .toList();
    if (!clusters.isEmpty()) {
      steps.add(new Step(title, path, path.endsWith(".yaml"), clusters));
    }
  }

  private static boolean isIn(String file, String path) {
    return file.equals(path) || file.startsWith(path + "/");
  }

  private static boolean has(ClusterPlan plan, String path) {
    return plan.manifests().stream()
            .anyMatch(manifest -> isIn(manifest.layer().folder() + "/" + manifest.fileName(), path))
        || plan.waiting().stream().anyMatch(waiting -> isIn(waiting.path(), path));
  }
}
