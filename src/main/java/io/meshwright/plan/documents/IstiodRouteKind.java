package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.model.Release;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Every primary that serves remotes through its east-west gateway routes them to istiod: to any of
 * them without a revision, else by the name that proxies send (samples/multicluster/
 * expose-istiod.yaml, expose-istiod-rev.yaml.tmpl).
 */
final class IstiodRouteKind implements DocumentKind {
  /**
   * What the proxies of a remote with an istiod of its own call the primary's, whatever the
   * revision (getTLSDialOption in pkg/istio-agent/xds_proxy.go at 1.14.6).
   */
  private static final String DIALLED = "istiod-remote";

  private static final String ANY = "*";

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (!IstiodGateway.isNeeded(cluster)) {
      return;
    }
    plan.add(route(mesh, cluster));
    cluster
        .canary()
        .filter(second -> !second.has(IstioFeature.LOCAL_ISTIOD)) // remotes dial no revision
        .ifPresent(second -> plan.add(route(mesh, second)));
  }

  private static IstiodRoute route(MeshFacts mesh, ClusterFacts cluster) {
    Release release = cluster.cluster().release();
    String service = release.named("istiod");
    boolean any = release.revision().isEmpty();
    String dialled = cluster.has(IstioFeature.LOCAL_ISTIOD) ? DIALLED : service;
    List<String> discovery = any ? List.of(ANY) : names(mesh, dialled);
    return new IstiodRoute(
        NetworkingApi.of(cluster),
        release.named("istiod-route") + ".yaml",
        release.named("istiod-vs"),
        mesh.topology().istio().namespace(),
        ANY,
        IstiodGateway.NAME,
        discovery,
        any ? discovery : webhookHosts(discovery, cluster),
        names(mesh, service).get(1));
  }

  /** Returns the names by which the Service is called: the short one, then the qualified one. */
  static List<String> names(MeshFacts mesh, String service) {
    String name = service + "." + mesh.topology().istio().namespace() + ".svc";
    return List.of(name, name + "." + mesh.topology().mesh().clusterDomain());
  }

  /** An API server that was given a URL sends its host. */
  static List<String> webhookHosts(List<String> discovery, ClusterFacts cluster) {
    List<String> hosts = new ArrayList<>(discovery);
    hosts.addAll(cluster.istiodHosts());
    return hosts;
  }
}
