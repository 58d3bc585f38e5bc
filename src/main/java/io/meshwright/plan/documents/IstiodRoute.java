package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.model.GatewayApi;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Routes remotes from the east-west gateway to istiod: to any of them without a revision, else by
 * the name that proxies send (samples/multicluster/expose-istiod.yaml,
 * expose-istiod-rev.yaml.tmpl).
 *
 * @param apiVersion the version of the API that the mesh's Istio serves
 * @param name the VirtualService's name
 * @param namespace the system namespace
 * @param gateway the Gateway's name
 * @param discoveryHosts the server names that proxies send on port 15012
 * @param webhookHosts the server names that API servers send on port 15017
 * @param service istiod's Service, fully qualified
 */
public record IstiodRoute(
    String apiVersion,
    String name,
    String namespace,
    String gateway,
    List<String> discoveryHosts,
    List<String> webhookHosts,
    String service)
    implements Manifest {
  private static final String PREFIX = "istiod-vs";

  public IstiodRoute {
    discoveryHosts = List.copyOf(discoveryHosts);
    webhookHosts = List.copyOf(webhookHosts);
  }

  @Override
  public String template() {
    return "istiod-route.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public String fileName() {
    return "istiod-route" + name.substring(PREFIX.length()) + ".yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of(apiVersion, "VirtualService", namespace, name);
  }

  /** Every primary that serves remotes through its east-west gateway has one. */
  static final class Kind implements DocumentKind {
    /**
     * What the proxies of a remote with an istiod of its own call the primary's, whatever the
     * revision (getTLSDialOption in pkg/istio-agent/xds_proxy.go at 1.14.6).
     */
    private static final String DIALLED = "istiod-remote";

    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      if (!cluster.exposesIstiod()
          || !cluster.has(IstioFeature.EAST_WEST_GATEWAY)
          || cluster.cluster().eastWest().api() != GatewayApi.ISTIO) {
        return;
      }
      plan.add(route(mesh, cluster));
      cluster
          .canary()
          .filter(second -> !second.has(IstioFeature.LOCAL_ISTIOD)) // remotes dial no revision
          .ifPresent(second -> plan.add(route(mesh, second)));
    }

    private static IstiodRoute route(MeshFacts mesh, ClusterFacts cluster) {
      Optional<String> revision = cluster.cluster().release().revision();
      String suffix = revision.map(name -> "-" + name).orElse("");
      String service = "istiod" + suffix;
      List<String> discovery =
          revision.isEmpty()
              ? List.of("*")
              : names(mesh, cluster.has(IstioFeature.LOCAL_ISTIOD) ? DIALLED : service);
      return new IstiodRoute(
          NetworkingApi.of(cluster),
          PREFIX + suffix,
          mesh.topology().istio().namespace(),
          IstiodGateway.NAME,
          discovery,
          revision.isEmpty() ? discovery : webhookHosts(discovery, cluster),
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
}
