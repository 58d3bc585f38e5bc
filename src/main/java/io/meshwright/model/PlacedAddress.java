package io.meshwright.model;

import io.meshwright.source.Pointer;

/**
 * An address and where the topology has it.
 *
 * @param address an IP address or a DNS name, or pending
 * @param at its place
 */
public record PlacedAddress(Address address, Pointer at) {}
