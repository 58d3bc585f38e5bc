package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioVersion;
import io.meshwright.model.External;
import io.meshwright.model.GatewayApi;
import io.meshwright.model.Installer;
import io.meshwright.source.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of Istio's charts are installed in a cluster, and under which names. */
public final class ChartReleases {
  private static final String BASE = "base";
  private static final String CNI = "cni";
  private static final String ISTIOD = "istiod";
  private static final String ZTUNNEL = "ztunnel";
  private static final String GATEWAY = "gateway";

  private static final Pointer CNI_COMPONENT = new Pointer("/spec/components/cni/enabled");

  private ChartReleases() {}

  /** Returns the releases of {@code cluster} in the order of installation; none without Helm. */
  public static List<ChartRelease> of(MeshFacts mesh, ClusterFacts cluster) {
    if (mesh.topology().istio().installer() != Installer.HELM) {
      return List.of();
    }
    List<ChartRelease> releases = new ArrayList<>();
    if (cluster.isHost()) {
      releases.addAll(ofHostGateway(cluster));
    }
    for (ClusterFacts istiod : cluster.revisions()) {
      releases.addAll(ofIstiod(mesh, cluster, istiod));
    }
    if (hasOwnGateway(cluster)) {
      releases.add(ofGateway(mesh, cluster, Optional.empty()));
      cluster
          .canary()
          .filter(second -> cluster.canHaveSecondGateway())
          .ifPresent(
              second ->
                  releases.add(ofGateway(mesh, second, second.cluster().release().revision())));
    }
    return List.copyOf(releases);
  }

  /**
   * Returns the releases that come with an istiod of {@code cluster}: with the first, what all
   * revisions share. Definitions are those of the newest, as Istio's guide to canaries has it.
   */
  public static List<ChartRelease> ofIstiod(
      MeshFacts mesh, ClusterFacts cluster, ClusterFacts istiod) {
    String namespace = mesh.topology().istio().namespace();
    boolean first = istiod.cluster().release().equals(cluster.cluster().release());
    boolean ambient = mesh.topology().mesh().isAmbient();
    List<ChartRelease> releases = new ArrayList<>();
    if (first && !cluster.isHost()) {
      releases.add(new ChartRelease(ChartRelease.BASE, BASE, namespace, newest(cluster)));
    }
    if (first && hasCni(mesh, cluster)) {
      releases.add(new ChartRelease(ChartRelease.CNI, CNI, namespace, istiod.version()));
    }
    String name = ChartRelease.named(ChartRelease.ISTIOD, istiod.cluster().release().revision());
    releases.add(new ChartRelease(name, ISTIOD, namespace, istiod.version()));
    if (first && ambient) {
      releases.add(new ChartRelease(ChartRelease.ZTUNNEL, ZTUNNEL, namespace, istiod.version()));
    }
    return releases;
  }

  /** Returns the release of the east-west gateway, or of that of a canary. */
  public static ChartRelease ofGateway(
      MeshFacts mesh, ClusterFacts istiod, Optional<String> canary) {
    String name = ChartRelease.named(istiod.cluster().eastWest().name(), canary);
    return new ChartRelease(name, GATEWAY, mesh.topology().istio().namespace(), istiod.version());
  }

  /** Returns the releases of the gateway in front of a hosted istiod, and of its control plane. */
  public static List<ChartRelease> ofHostGateway(ClusterFacts host) {
    return host.cluster()
        .external()
        .map(External::gatewayNamespace)
        .map(
            namespace ->
                List.of(
                    new ChartRelease(ChartRelease.BASE, BASE, namespace, newest(host)),
                    new ChartRelease(
                        ChartRelease.HOST_GATEWAY_ISTIOD, ISTIOD, namespace, host.version()),
                    new ChartRelease(
                        ChartRelease.HOST_GATEWAY, GATEWAY, namespace, host.version())))
        .orElse(List.of());
  }

  /** Returns whether the agent that redirects traffic is installed on the nodes of a cluster. */
  public static boolean hasCni(MeshFacts mesh, ClusterFacts cluster) {
    return mesh.topology().mesh().isAmbient()
        || mesh.files().overlaysOf(cluster.cluster().name()).stream()
            .anyMatch(overlay -> overlay.root().at(CNI_COMPONENT.value()).asBoolean(false));
  }

  private static boolean hasOwnGateway(ClusterFacts cluster) {
    return cluster.installsGateway() && cluster.cluster().eastWest().api() == GatewayApi.ISTIO;
  }

  private static IstioVersion newest(ClusterFacts cluster) {
    IstioVersion newest = cluster.version();
    for (ClusterFacts istiod : cluster.revisions()) {
      if (newest.isBefore(istiod.version())) {
        newest = istiod.version();
      }
    }
    return newest;
  }
}
