package io.meshwright.model;

import io.meshwright.source.Pointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A cluster's east-west gateway: the way in from other networks, and to istiod from remotes.
 *
 * @param exposure how its Service is reached
 * @param addresses where it is reached; empty when istiod discovers it from the Service
 * @param addressesFor where callers of certain networks reach it instead
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
    List<AddressesFor> addressesFor,
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
    addressesFor = List.copyOf(addressesFor);
    selector = Collections.unmodifiableMap(new TreeMap<>(selector));
  }

  /** Returns where callers of {@code network} reach it. */
  public List<PlacedAddress> addressesSeenFrom(Optional<String> network) {
    return addressesFor.stream()
        .filter(other -> Optional.of(other.network()).equals(network))
        .findFirst()
        .map(other -> placed(other.addresses(), other.at()))
        .orElseGet(() -> placed(addresses, at));
  }

  /** Returns all its addresses, whoever uses them. */
  public List<PlacedAddress> everyAddress() {
    List<PlacedAddress> every = new ArrayList<>(placed(addresses, at));
    addressesFor.forEach(other -> every.addAll(placed(other.addresses(), other.at())));
    return every;
  }

  /** Returns the address to ask the load balancer for, where there is one to ask. */
  public Optional<String> askedIp() {
    return service.loadBalancerIp().filter(address -> exposure == Exposure.LOAD_BALANCER);
  }

  /**
   * Returns the class of the load balancer, where there is one: Kubernetes refuses it elsewhere.
   */
  public Optional<String> askedClass() {
    return service.loadBalancerClass().filter(name -> exposure == Exposure.LOAD_BALANCER);
  }

  private static List<PlacedAddress> placed(List<Address> addresses, Pointer owner) {
    Pointer at = owner.child("addresses");
    return IntStream.range(0, addresses.size())
        .mapToObj(i -> new PlacedAddress(addresses.get(i), at.child(i)))
        .toList();
  }
}
