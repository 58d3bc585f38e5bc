package io.meshwright.output;

import java.nio.file.Path;
import java.util.Set;

/**
 * Where a cluster's files lie.
 *
 * @param path the folder
 * @param found what lies in it
 * @param gone whether the topology no longer has the cluster
 * @param overwrite absolute paths that the user gives up
 */
record ClusterFolder(Path path, Listing found, boolean gone, Set<Path> overwrite) {
  boolean mayOverwrite(Path file) {
    return !overwrite.isEmpty() && overwrite.contains(file.toAbsolutePath().normalize());
  }
}
