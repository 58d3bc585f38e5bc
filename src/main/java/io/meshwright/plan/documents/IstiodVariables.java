package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What istiod is told by environment variables (pilot/pkg/features/pilot.go). */
final class IstiodVariables {
  /** Has istiod manage the clusters that name it: their webhooks and root certificates. */
  private static final String EXTERNAL = "EXTERNAL_ISTIOD";

  /** The DNS names by which remotes reach istiod, for its certificate. */
  private static final String HOST = "ISTIOD_CUSTOM_HOST";

  /** The ConfigMap with the settings that all istiods share. */
  private static final String SHARED = "SHARED_MESH_CONFIG";

  /** Has istiod take an ambient mesh for one of several clusters and networks. */
  private static final String AMBIENT = "AMBIENT_ENABLE_MULTI_NETWORK";

  /** Has istiod read TLS of the Kubernetes Gateway API. */
  private static final String ALPHA = "PILOT_ENABLE_ALPHA_GATEWAY_API";

  private IstiodVariables() {}

  /**
   * Returns the variables of the istiod of {@code cluster}. Where remotes have an istiod of their
   * own, the primary's must not manage them.
   */
  static Map<String, String> of(MeshFacts mesh, ClusterFacts cluster) {
    Map<String, String> variables = new TreeMap<>(HostedIstiod.variables(cluster));
    if (cluster.servesRemotes() && !cluster.has(IstioFeature.LOCAL_ISTIOD)) {
      if (!cluster.istiodHosts().isEmpty()) {
        variables.put(HOST, String.join(",", cluster.istiodHosts()));
      }
      if (!cluster.has(IstioFeature.EXTERNAL_ISTIOD_VALUE)) {
        variables.put(EXTERNAL, "true");
      }
    }
    boolean several = cluster.multiNetwork() || !cluster.watches().isEmpty();
    if (mesh.topology().mesh().isAmbient() && cluster.runsIstiod() && several) {
      variables.put(AMBIENT, "true");
    }
    if (cluster.makesKubernetesGateway()
        && !mesh.topology().mesh().isAmbient()
        && cluster.has(IstioFeature.TLS_GATEWAYS_ALPHA)) {
      variables.put(ALPHA, "true");
    }
    if (SharedMeshConfig.isRead(mesh, cluster)) {
      variables.put(SHARED, SharedMeshConfig.NAME);
    }
    return Collections.unmodifiableMap(variables);
  }
}
