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
 * @param api by which API it is made
 * @param discovered whether istiods find it by labels of its Service; otherwise it is listed
 */
record GatewayDefaults(
    String name, Map<String, String> selector, int port, GatewayApi api, boolean discovered) {
  private static final String EAST_WEST_NAME = "istio-eastwestgateway";
  private static final Map<String, String> EAST_WEST_LABELS = Map.of("istio", "eastwestgateway");

  /** From Istio 1.8 on. */
  private static final GatewayDefaults EAST_WEST =
      new GatewayDefaults(EAST_WEST_NAME, EAST_WEST_LABELS, 15443, GatewayApi.ISTIO, true);

  /** HBONE has a port of its own (samples/multicluster/gen-eastwest-gateway.sh at 1.27.9). */
  private static final GatewayDefaults AMBIENT =
      new GatewayDefaults(EAST_WEST_NAME, EAST_WEST_LABELS, 15008, GatewayApi.KUBERNETES, true);

  /** Before, the default ingress gateway lets traffic of other networks in. */
  private static final GatewayDefaults INGRESS =
      new GatewayDefaults(
          "istio-ingressgateway", Map.of("istio", "ingressgateway"), 443, GatewayApi.ISTIO, false);

  static GatewayDefaults of(IstioVersion version, DataPlane dataPlane) {
    if (!IstioFeature.EAST_WEST_GATEWAY.in(version)) {
      return INGRESS;
    }
    return dataPlane == DataPlane.AMBIENT ? AMBIENT : EAST_WEST;
  }
}
