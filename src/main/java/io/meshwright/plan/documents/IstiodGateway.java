package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstiodPorts;
import io.meshwright.model.GatewayApi;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.documents.IstioGateway.Server;
import java.util.List;

/**
 * Every primary that serves remotes through its east-west gateway opens it for them, TLS passed
 * through (samples/multicluster/expose-istiod.yaml).
 */
final class IstiodGateway implements DocumentKind {
  static final String NAME = "istiod-gateway";

  /** Any name: the route tells istiods apart. */
  private static final String ANY = "*";

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (isNeeded(cluster)) {
      plan.add(
          IstioGateway.eastWest(
              mesh,
              cluster,
              NAME,
              List.of(
                  Server.passthrough(IstiodPorts.DISCOVERY, "tls-istiod", ANY),
                  Server.passthrough(IstiodPorts.WEBHOOK, "tls-istiodwebhook", ANY))));
    }
  }

  /** Returns whether remotes come in to {@code cluster} by a gateway of Istio's own API. */
  static boolean isNeeded(ClusterFacts cluster) {
    return cluster.exposesIstiod()
        && cluster.has(IstioFeature.EAST_WEST_GATEWAY)
        && cluster.cluster().eastWest().api() == GatewayApi.ISTIO;
  }
}
