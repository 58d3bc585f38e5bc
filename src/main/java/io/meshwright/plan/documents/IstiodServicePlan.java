package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstiodPorts;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.plan.documents.IstioOperator.IstiodService;
import java.util.List;
import java.util.Optional;

/**
 * istiod's own Service as the way in for remotes: by a load balancer where the cluster's gateway
 * has one, else by external IPs, which make nodes accept the port as it is. API servers of remotes
 * dial the webhook at the port that an east-west gateway has for it, which the Service does not.
 */
final class IstiodServicePlan {
  private IstiodServicePlan() {}

  /** Returns whether nodes of {@code primary} are to accept what is sent to its istiod. */
  static boolean isByExternalIp(Cluster primary) {
    Exposure gateway = primary.eastWest().exposure();
    return gateway != Exposure.LOAD_BALANCER && gateway != Exposure.NONE;
  }

  /** Returns the Service of {@code cluster}; empty where remotes come in by the gateway. */
  static Optional<IstiodService> of(MeshFacts mesh, ClusterFacts cluster) {
    Cluster primary = cluster.cluster();
    if (!primary.isPrimary() || !primary.istiod().ownService()) {
      return Optional.empty();
    }
    boolean byExternalIp = isByExternalIp(primary);
    return Optional.of(
        new IstiodService(
            byExternalIp ? "ClusterIP" : "LoadBalancer",
            byExternalIp
                ? primary.istiod().addresses().stream().map(Address::text).toList()
                : List.of(),
            cluster.has(IstioFeature.LOCAL_ISTIOD)
                ? List.of()
                : List.of(EastWestGateway.Port.of("https-remote-webhook", IstiodPorts.WEBHOOK))));
  }
}
