package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstiodPorts;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.List;

/**
 * Routes remotes from a listener of a Kubernetes Gateway to istiod, by the server name that they
 * send.
 *
 * @param apiVersion the version of the Gateway API that the cluster's Istio reads
 * @param name the route's name
 * @param namespace the system namespace
 * @param gateway the Gateway's name
 * @param listener the name of its listener
 * @param hostnames the server names
 * @param service istiod's Service
 * @param port the port of that Service
 */
public record TlsRoute(
    String apiVersion,
    String name,
    String namespace,
    String gateway,
    String listener,
    List<String> hostnames,
    String service,
    int port)
    implements Manifest {
  private static final String GROUP = "gateway.networking.k8s.io/";

  /** The port of istiod's Service at which API servers call it (istiod's chart, service.yaml). */
  private static final int WEBHOOK = 443;

  public TlsRoute {
    hostnames = List.copyOf(hostnames);
  }

  @Override
  public String template() {
    return "tls-route.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.MESH;
  }

  @Override
  public String fileName() {
    return name + "-route.yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of(apiVersion, "TLSRoute", namespace, name);
  }

  /** Every primary that serves remotes through a Kubernetes Gateway has two. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
      if (cluster.exposesIstiod() && cluster.makesKubernetesGateway()) {
        String service = cluster.cluster().release().named("istiod");
        List<String> names = IstiodRouteKind.names(mesh, service);
        plan.add(
            route(
                mesh,
                cluster,
                KubernetesGatewayKind.DISCOVERY,
                names,
                service,
                IstiodPorts.DISCOVERY));
        plan.add(
            route(
                mesh,
                cluster,
                KubernetesGatewayKind.WEBHOOK,
                IstiodRouteKind.webhookHosts(names, cluster),
                service,
                WEBHOOK));
      }
    }

    private static TlsRoute route(
        MeshFacts mesh,
        ClusterFacts cluster,
        String listener,
        List<String> hostnames,
        String service,
        int port) {
      return new TlsRoute(
          GROUP + (cluster.has(IstioFeature.TLS_ROUTE_V1) ? "v1" : "v1alpha2"),
          listener,
          mesh.topology().istio().namespace(),
          cluster.cluster().eastWest().name(),
          listener,
          hostnames,
          service,
          port);
    }
  }
}
