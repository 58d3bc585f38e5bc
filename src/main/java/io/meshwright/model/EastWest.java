package io.meshwright.model;

import io.meshwright.source.Pointer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A cluster's east-west gateway: the way in from other networks, and to istiod from remotes.
 *
 * @param exposure how its Service is reached
 * @param addresses where it is reached; empty when istiod discovers it from the Service
 * @param port the Service's port for traffic between networks
 * @param nodePort the node's port of that port, 30000 – 32767, where the exposure is NodePort
 * @param discovery how istiods learn where it is
 * @param service more about its Service
 * @param name the gateway's name
 * @param selector the labels of its pods that Gateways select, sorted by key
 * @param at where the topology declares it, or would
 */
public record EastWest(
    Exposure exposure,
    List<Address> addresses,
    int port,
    OptionalInt nodePort,
    Discovery discovery,
    GatewayService service,
    String name,
    Map<String, String> selector,
    Pointer at) {
  public EastWest {
    addresses = List.copyOf(addresses);
    selector = Collections.unmodifiableMap(new TreeMap<>(selector));
  }
}
