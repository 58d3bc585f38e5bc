package io.meshwright.model;

import io.meshwright.source.Pointer;

/**
 * A way into a network that no istiod discovers.
 *
 * @param address an IP address or a DNS name, or pending
 * @param port the port there for traffic between networks
 * @param at where the topology declares it
 */
public record StaticGateway(Address address, int port, Pointer at) {}
