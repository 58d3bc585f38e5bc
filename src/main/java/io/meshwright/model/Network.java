package io.meshwright.model;

import io.meshwright.source.Pointer;
import java.util.List;

/**
 * A set of clusters whose pods reach each other directly.
 *
 * @param name a DNS label
 * @param cidrs address ranges of endpoints that belong to no cluster, in CIDR notation
 * @param gateways ways into it besides those of its clusters
 * @param at where the topology declares it
 */
public record Network(String name, List<String> cidrs, List<StaticGateway> gateways, Pointer at) {
  public Network {
    cidrs = List.copyOf(cidrs);
    gateways = List.copyOf(gateways);
  }

  /** Returns whether there are endpoints in it besides those of clusters. */
  public boolean hasOwnEndpoints() {
    return !cidrs.isEmpty() || !gateways.isEmpty();
  }
}
