package io.meshwright.model;

import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import java.util.Map;

/**
 * What a topology means when it says nothing about the gateway between networks.
 *
 * @param name the gateway's name
 * @param selector the labels of its pods
 * @param port its Service's port for traffic between networks
 * @param discovered whether istiods find it by labels of its Service; otherwise it is listed
 */
record GatewayDefaults(String name, Map<String, String> selector, int port, boolean discovered) {
  /** From Istio 1.8 on. */
  private static final GatewayDefaults EAST_WEST =
      new GatewayDefaults("istio-eastwestgateway", Map.of("istio", "eastwestgateway"), 15443, true);

  /** Before, the default ingress gateway lets traffic of other networks in. */
  private static final GatewayDefaults INGRESS =
      new GatewayDefaults("istio-ingressgateway", Map.of("istio", "ingressgateway"), 443, false);

  static GatewayDefaults of(IstioVersion version) {
    return IstioFeature.EAST_WEST_GATEWAY.in(version) ? EAST_WEST : INGRESS;
  }
}
