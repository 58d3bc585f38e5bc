package io.meshwright.model;

import java.util.List;
import java.util.Optional;

/**
 * Where remotes reach a primary's istiod.
 *
 * @param ownService whether its own Service lets remotes in, rather than the east-west gateway
 * @param host a DNS name, which needs no address to be known
 * @param addresses IP addresses; empty for those of the east-west gateway
 */
public record Istiod(boolean ownService, Optional<String> host, List<Address> addresses) {
  public Istiod {
    addresses = List.copyOf(addresses);
  }
}
