package io.meshwright.graph;

import java.util.List;

/**
 * A network, with what is in it.
 *
 * @param title what it is called in the picture
 * @param blocks its clusters: primaries first, then remotes, each sorted by name
 */
record NetworkBox(String title, List<Block> blocks) {
  NetworkBox {
    blocks = List.copyOf(blocks);
  }
}
