package io.meshwright.graph;

import java.util.List;

/**
 * A network, with what is in it.
 *
 * @param title what it is called in the picture
 * @param lines what it has besides its clusters
 * @param blocks its clusters: primaries first, then remotes, each sorted by name
 */
record NetworkBox(String title, List<String> lines, List<Block> blocks) {
  NetworkBox {
    lines = List.copyOf(lines);
    blocks = List.copyOf(blocks);
  }
}
