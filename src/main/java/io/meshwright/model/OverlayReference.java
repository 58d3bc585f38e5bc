package io.meshwright.model;

import io.meshwright.source.Pointer;

/**
 * A path of a user's own IstioOperator file.
 *
 * @param path relative to the topology's folder
 * @param at where the topology names it
 */
public record OverlayReference(String path, Pointer at) {}
