package io.meshwright.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a team says about the Service of an east-west gateway.
 *
 * @param annotations of the Service, sorted by key
 * @param loadBalancerIp the address to ask the load balancer for
 * @param loadBalancerClass the implementation of the load balancer
 * @param nodeSelector labels of the nodes that a NodePort gateway is reached at, sorted by key
 */
public record GatewayService(
    Map<String, String> annotations,
    Optional<String> loadBalancerIp,
    Optional<String> loadBalancerClass,
    Map<String, String> nodeSelector) {
  public GatewayService {
    annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
    nodeSelector = Collections.unmodifiableMap(new TreeMap<>(nodeSelector));
  }
}
