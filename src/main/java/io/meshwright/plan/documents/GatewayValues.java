package io.meshwright.plan.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of Istio's chart {@code gateway}. Its value {@code networkGateway} is not used: before
 * 1.30 that fixes the Service's ports, istiod's among them where no remote needs these; labels, a
 * variable and ports say the same (manifests/charts/gateway/templates at 1.24.6 and 1.30.3).
 */
final class GatewayValues {
  /**
   * What istioctl's own chart puts after a gateway's name
   * (manifests/charts/gateways/istio-ingress/templates/serviceaccount.yaml).
   */
  static final String ACCOUNT = "-service-account";

  private GatewayValues() {}

  /** Returns the values of an east-west gateway. */
  static Map<String, Object> of(EastWestGateway gateway) {
    Map<String, Object> values = new LinkedHashMap<>();
    gateway.revision().ifPresent(revision -> values.put("revision", revision));
    values.put("serviceAccount", account(gateway.name()));
    values.put("labels", gateway.labels());
    if (!gateway.variables().isEmpty()) {
      Map<String, Object> variables = new LinkedHashMap<>();
      gateway.variables().forEach(variable -> variables.put(variable.name(), variable.value()));
      values.put("env", variables);
    }
    values.putAll(ofService(gateway.service()));
    return values;
  }

  /**
   * Returns the values of the gateway in front of a hosted istiod.
   *
   * @param name the gateway's name
   */
  static Map<String, Object> of(String name, EastWestGateway.Service service) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("serviceAccount", account(name));
    values.putAll(ofService(service));
    return values;
  }

  /** The identity of a gateway's pods is the same, whoever installs it. */
  private static Map<String, Object> account(String gateway) {
    return Map.of("name", gateway + ACCOUNT);
  }

  private static Map<String, Object> ofService(EastWestGateway.Service service) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("type", service.type());
    if (!service.annotations().isEmpty()) {
      values.put("annotations", service.annotations());
    }
    if (!service.externalIps().isEmpty()) {
      values.put("externalIPs", service.externalIps());
    }
    service.loadBalancerIp().ifPresent(address -> values.put("loadBalancerIP", address));
    service.loadBalancerClass().ifPresent(name -> values.put("loadBalancerClass", name));
    List<Object> ports = new ArrayList<>();
    service.ports().forEach(port -> ports.add(port(port)));
    values.put("ports", ports);
    return Map.of("service", values);
  }

  /** Returns a port as a Service has it. */
  static Map<String, Object> port(EastWestGateway.Port port) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", port.name());
    values.put("port", port.port());
    values.put("targetPort", port.targetPort());
    port.nodePort().ifPresent(node -> values.put("nodePort", node));
    return values;
  }
}
