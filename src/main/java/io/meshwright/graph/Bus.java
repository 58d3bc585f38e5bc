package io.meshwright.graph;

/**
 * The road that all lines of a kind to or from one primary share.
 *
 * @param kind what the lines say
 * @param hub the primary
 */
record Bus(Link.Kind kind, Block hub) {
  static Bus of(Link link) {
    return new Bus(link.kind(), link.hub());
  }
}
