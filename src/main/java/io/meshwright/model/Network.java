package io.meshwright.model;

import io.meshwright.source.Pointer;

/**
 * A set of clusters whose pods reach each other directly.
 *
 * @param name a DNS label
 * @param at where the topology declares it
 */
public record Network(String name, Pointer at) {}
