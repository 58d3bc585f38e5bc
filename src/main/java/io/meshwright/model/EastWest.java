package io.meshwright.model;

import io.meshwright.source.Pointer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A cluster's east-west gateway: the way in from other networks, and to istiod from remotes.
 *
 * @param exposure how its Service is reached
 * @param addresses where it is reached; empty when istiod discovers it from the Service
 * @param addressesFor where callers of certain networks reach it, by the network's name
 * @param port the Service's port for traffic between networks
 * @param nodePort the node's port of that port, 30000 – 32767, where the exposure is NodePort
 * @param discovery how istiods learn where it is
 * @param api by which API it is made
 * @param service more about its Service
 * @param name the gateway's name
 * @param selector the labels of its pods that Gateways select, sorted by key
 * @param at where the topology declares it, or would
 */
public record EastWest(
    Exposure exposure,
    List<Address> addresses,
    Map<String, List<Address>> addressesFor,
    int port,
    OptionalInt nodePort,
    Discovery discovery,
    GatewayApi api,
    GatewayService service,
    String name,
    Map<String, String> selector,
    Pointer at) {
  public EastWest {
    addresses = List.copyOf(addresses);
    addressesFor = Collections.unmodifiableMap(new TreeMap<>(addressesFor));
    selector = Collections.unmodifiableMap(new TreeMap<>(selector));
  }

  /** Returns where callers of {@code network} reach it. */
  public List<Address> addressesFor(Optional<String> network) {
    return network.map(name -> addressesFor.getOrDefault(name, addresses)).orElse(addresses);
  }
}
