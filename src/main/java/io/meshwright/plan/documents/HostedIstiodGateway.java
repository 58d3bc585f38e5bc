package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstiodPorts;
import io.meshwright.model.External;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.documents.IstioGateway.Server;
import java.util.List;
import java.util.Map;

/** Every host of a control plane opens the gateway in front of it for the clusters it serves. */
final class HostedIstiodGateway implements DocumentKind {
  static final String NAME = "external-istiod-gw";

  /** The labels of the gateway that the default profile installs. */
  private static final Map<String, String> SELECTOR = Map.of("istio", "ingressgateway");

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (!cluster.isHost() || cluster.cluster().external().isEmpty()) {
      return;
    }
    External external = cluster.cluster().external().get();
    if (HostedIstiod.isTerminated(external) && external.certificateSecret().isEmpty()) {
      return; // a rule refuses it
    }
    plan.add(
        new IstioGateway(
            NetworkingApi.of(cluster),
            "external-istiod-gateway.yaml",
            NAME,
            mesh.topology().istio().namespace(),
            SELECTOR,
            List.of(
                server(external, IstiodPorts.DISCOVERY, "xds"),
                server(external, IstiodPorts.WEBHOOK, "webhook"))));
  }

  private static Server server(External external, int port, String name) {
    return external
        .certificateSecret()
        .filter(secret -> HostedIstiod.isTerminated(external))
        .map(secret -> Server.terminate(port, name, external.host(), secret))
        .orElseGet(() -> Server.passthrough(port, name, external.host()));
  }
}
