package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Installer;
import java.util.List;
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
  public static ApplicationOrder of(MeshFacts mesh, List<PlannedFiles> plans) {
    Steps steps = new Steps(plans);
    steps.add("namespaces and certificates", Layer.BOOTSTRAP, cluster -> true);
    if (mesh.topology().istio().installer() == Installer.OPERATOR) {
      addForOperator(steps);
    } else {
      addForIstioctl(mesh, steps);
    }
    return new ApplicationOrder(steps.steps());
  }

  /** The operator takes the objects of a layer one after the other, istiod's first. */
  private static void addForOperator(Steps steps) {
    Predicate<ClusterFacts> primaries = ClusterFacts::runsIstiod;
    Predicate<ClusterFacts> remotes = primaries.negate();
    steps.add("istiod and gateways of the primaries", Layer.CONTROL_PLANE, primaries);
    steps.add("mesh objects of the primaries", Layer.MESH, primaries);
    steps.add("settings and gateways of the remotes", Layer.CONTROL_PLANE, remotes);
    steps.add("mesh objects of the remotes", Layer.MESH, remotes);
    steps.add("access to the other clusters", Layer.PEERS, cluster -> true);
  }

  private static void addForIstioctl(MeshFacts mesh, Steps steps) {
    Predicate<ClusterFacts> primaries = facts -> facts.cluster().isPrimary();
    Predicate<ClusterFacts> sources = ApplicationOrder::holdsForOthers;
    Predicate<ClusterFacts> remotes = facts -> facts.cluster().isRemote() && !holdsForOthers(facts);
    steps.addIstiods("istiod", primaries);
    steps.addGateways("east-west gateways beside an istiod", primaries);
    steps.add("mesh objects of the primaries", Layer.MESH, primaries);
    addHosts(steps, sources);
    boolean istiod =
        mesh.clusters().stream().anyMatch(facts -> !facts.runsIstiod() && facts.installsIstiod());
    steps.addIstiods(istiod ? "the remotes' own istiod" : "the remotes' settings", remotes);
    steps.add("mesh objects of the remotes", Layer.MESH, remotes);
    steps.add("access to the other clusters", Layer.PEERS, cluster -> true);
    steps.addGateways("east-west gateways of remotes", sources.or(remotes));
  }

  private static void addHosts(Steps steps, Predicate<ClusterFacts> sources) {
    Predicate<ClusterFacts> hosts = ClusterFacts::isHost;
    steps.addFile(
        "the gateway in front of the hosted istiod", InstallerFile.CONTROL_PLANE_GATEWAY, hosts);
    steps.addIstiods("the settings of the cluster that configures it", sources);
    steps.add("the token with which it reads that cluster", Layer.MESH, sources);
    steps.addIstiods("the hosted istiod (after its Secret istio-kubeconfig)", hosts);
    steps.add("the way from the gateway to it", Layer.MESH, hosts);
  }

  private static boolean holdsForOthers(ClusterFacts facts) {
    return facts.cluster().isRemote() && facts.holdsConfiguration();
  }
}
