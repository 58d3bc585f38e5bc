package io.meshwright.model;

import io.meshwright.source.Pointer;
import java.util.List;

/**
 * Where callers of one network reach a gateway.
 *
 * @param network the callers' network
 * @param addresses the addresses that they use in place of everybody's
 * @param at where the topology declares it
 */
public record AddressesFor(String network, List<Address> addresses, Pointer at) {
  public AddressesFor {
    addresses = List.copyOf(addresses);
  }
}
