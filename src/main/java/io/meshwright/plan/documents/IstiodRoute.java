package io.meshwright.plan.documents;

import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.List;

/**
 * Leads callers from a gateway of Istio's own API to an istiod.
 *
 * @param apiVersion the version of the API that the cluster's Istio serves
 * @param fileName the file's name
 * @param name the VirtualService's name
 * @param namespace the system namespace
 * @param host the names that the gateway is asked for
 * @param gateway the Gateway's name
 * @param discoveryHosts the server names that proxies send on port 15012; empty where the gateway
 *     ends TLS, and leads every request on
 * @param webhookHosts the server names that API servers send on port 15017; empty likewise
 * @param service istiod's Service, fully qualified
 */
public record IstiodRoute(
    String apiVersion,
    String fileName,
    String name,
    String namespace,
    String host,
    String gateway,
    List<String> discoveryHosts,
    List<String> webhookHosts,
    String service)
    implements Manifest {
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
  public Identity identity() {
    return Identity.of(apiVersion, "VirtualService", namespace, name);
  }
}
