package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.External;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.documents.ExternalSecret.Value;
import java.util.List;

/**
 * Every host whose gateway terminates TLS has the root by which this gateway knows the hosted
 * istiod, when a store delivers the certificates: the public part alone of what istiod signs with,
 * beside the gateway, whose pods read no other namespace's Secrets
 * (pilot/pkg/credentials/kube/secrets.go).
 */
final class HostedIstiodRoot implements DocumentKind {
  static final String NAME = "external-istiod-root";

  /** The key under which a gateway looks for a root. */
  private static final String KEY = "cacert";

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (HostedIstiod.isTerminated(cluster)) {
      String namespace = cluster.cluster().external().map(External::gatewayNamespace).orElseThrow();
      List<Value> values = List.of(new Value(KEY, SigningCertificate.ROOT));
      SigningCertificate.plan(mesh, cluster, NAME, namespace, values, plan);
    }
  }
}
