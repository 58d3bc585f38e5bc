package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Installer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The releases of Istio's charts that a cluster gets where Helm installs it. */
public final class ChartReleases {
  private ChartReleases() {}

  /** Returns the releases of {@code cluster} in the order of installation; none without Helm. */
  public static List<ChartRelease> of(MeshFacts mesh, ClusterFacts cluster) {
    if (mesh.topology().istio().installer() != Installer.HELM) {
      return List.of();
    }
    String namespace = mesh.topology().istio().namespace();
    boolean ambient = mesh.topology().mesh().isAmbient();
    List<ChartRelease> releases = new ArrayList<>();
    releases.add(release(ChartRelease.BASE, "base", namespace, cluster));
    if (ambient) {
      releases.add(release(ChartRelease.CNI, "cni", namespace, cluster));
    }
    for (ClusterFacts istiod : cluster.revisions()) {
      releases.add(
          release(
              ChartRelease.named(ChartRelease.ISTIOD, istiod.cluster().release().revision()),
              "istiod",
              namespace,
              istiod));
    }
    if (ambient) {
      releases.add(release(ChartRelease.ZTUNNEL, "ztunnel", namespace, cluster));
    }
    if (cluster.installsGateway() && !cluster.makesKubernetesGateway()) {
      addGateways(cluster, namespace, releases);
    }
    return List.copyOf(releases);
  }

  private static void addGateways(
      ClusterFacts cluster, String namespace, List<ChartRelease> releases) {
    String gateway = cluster.cluster().eastWest().name();
    releases.add(release(gateway, "gateway", namespace, cluster));
    cluster
        .canary()
        .filter(canary -> cluster.canHaveSecondGateway())
        .ifPresent(
            canary -> {
              Optional<String> revision = canary.cluster().release().revision();
              String name = ChartRelease.named(gateway, revision);
              releases.add(release(name, "gateway", namespace, canary));
            });
  }

  private static ChartRelease release(
      String name, String chart, String namespace, ClusterFacts facts) {
    return new ChartRelease(name, chart, namespace, facts.version());
  }
}
