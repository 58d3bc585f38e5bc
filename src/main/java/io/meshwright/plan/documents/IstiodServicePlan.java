package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.IstioFeature;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.plan.documents.IstioOperator.IstiodService;
import java.util.List;
import java.util.Optional;

/**
 * istiod's own Service as the way in for remotes. It is exposed like the cluster's gateway where
 * that has external IPs, else by a load balancer. API servers of remotes dial the webhook at the
 * port that an east-west gateway has for it, which the Service does not.
 */
final class IstiodServicePlan {
  /** The port of istiod's webhooks. */
  private static final int WEBHOOK_PORT = 15017;

  private IstiodServicePlan() {}

  /** Returns the Service of {@code cluster}; empty where remotes come in by the gateway. */
  static Optional<IstiodService> of(MeshFacts mesh, ClusterFacts cluster) {
    Cluster primary = cluster.cluster();
    if (!cluster.runsIstiod() || !primary.istiod().ownService()) {
      return Optional.empty();
    }
    boolean byExternalIp = primary.eastWest().exposure() == Exposure.EXTERNAL_IP;
    return Optional.of(
        new IstiodService(
            byExternalIp ? "ClusterIP" : "LoadBalancer",
            byExternalIp
                ? primary.istiod().addresses().stream().map(Address::text).toList()
                : List.of(),
            mesh.has(IstioFeature.LOCAL_ISTIOD)
                ? List.of()
                : List.of(EastWestGateway.Port.of("https-remote-webhook", WEBHOOK_PORT))));
  }
}
