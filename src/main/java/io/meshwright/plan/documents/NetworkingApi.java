package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.istio.IstioFeature;

/** The version of {@code networking.istio.io} in which Gateways and routes are written. */
final class NetworkingApi {
  private static final String GROUP = "networking.istio.io/";

  private NetworkingApi() {}

  /**
   * Returns the newest that the cluster's Istio serves, but for the first ones, whose guides use
   * v1alpha3.
   */
  static String of(ClusterFacts cluster) {
    if (cluster.has(IstioFeature.NETWORKING_V1)) {
      return GROUP + "v1";
    }
    return GROUP + (cluster.has(IstioFeature.NETWORKING_V1BETA1) ? "v1beta1" : "v1alpha3");
  }
}
