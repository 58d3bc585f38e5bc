package io.meshwright.graph;

import io.meshwright.model.Role;
import java.util.List;

/**
 * A cluster, or several remotes that use the same control planes, as one box of a picture.
 *
 * @param id its name inside the picture, of letters and digits
 * @param role what the cluster is, or all of them are
 * @param heading the cluster's name, or how many they are
 * @param lines what is true of the cluster, or of each of them
 * @param members the clusters of a group, sorted by name; empty for a single cluster
 * @param primary the name of the primary that it belongs to: itself, or the one it dials; may be
 *     empty
 */
record Block(
    String id,
    Role role,
    String heading,
    List<String> lines,
    List<Member> members,
    String primary) {
  /**
   * A cluster of a group.
   *
   * @param name the cluster's name
   * @param words what is true of it and not of all of them; may be empty
   */
  record Member(String name, String words) {}

  Block {
    lines = List.copyOf(lines);
    members = List.copyOf(members);
  }
}
