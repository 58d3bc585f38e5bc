package io.meshwright.graph;

import java.util.Optional;

/**
 * The road that lines share: all of a kind to or from one primary. A line with an arrow at both
 * ends has its own, since three such ends would say that each of them is joined to each.
 *
 * @param kind what the lines say
 * @param hub the primary
 * @param spoke the other end, if it is the only one
 */
record Bus(Link.Kind kind, Block hub, Optional<Block> spoke) {
  static Bus of(Link link) {
    boolean both = link.kind() == Link.Kind.WATCH_EACH_OTHER;
    return new Bus(link.kind(), link.hub(), both ? Optional.of(link.spoke()) : Optional.empty());
  }
}
