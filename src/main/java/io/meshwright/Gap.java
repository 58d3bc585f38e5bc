package io.meshwright;

import io.meshwright.source.Location;

/**
 * A file that cannot be rendered before a value is known.
 *
 * @param cluster the cluster's name
 * @param file the file's path inside the cluster's folder
 * @param waitsFor the value, in words
 * @param place where the topology says that it is pending
 */
public record Gap(String cluster, String file, String waitsFor, Location place) {}
