package io.meshwright.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the lines of a picture run: up and down between the columns, and across above them, each
 * bus in a lane of its own, so that no line passes through a block.
 */
final class Lanes {
  /** How far apart lanes are, in pixels. */
  static final int APART = 10;

  /**
   * The way of a line.
   *
   * @param from the gutter at the hub; a gutter has the number of the column on its right
   * @param to the gutter at the spoke, the same one when they are neighbours
   */
  record Way(int from, int to) {
    boolean isAcross() {
      return from != to;
    }
  }

  private final Map<Block, Integer> columns;
  private final List<List<Bus>> gutters = new ArrayList<>();
  private final List<Bus> across = new ArrayList<>();

  Lanes(Map<Block, Integer> columns, int count, List<Link> links) {
    this.columns = columns;
    for (int i = 0; i <= count; i++) {
      gutters.add(new ArrayList<>());
    }
    for (Link link : links) {
      Bus bus = Bus.of(link);
      Way way = way(link);
      add(bus, gutters.get(way.from()));
      add(bus, gutters.get(way.to()));
      if (way.isAcross()) {
        add(bus, across);
      }
    }
  }

  /** Returns the way from the hub of {@code link} to its spoke. */
  Way way(Link link) {
    int hub = column(link.hub());
    int spoke = column(link.spoke());
    if (spoke == hub) {
      return new Way(hub + 1, hub + 1);
    }
    return spoke > hub ? new Way(hub + 1, spoke) : new Way(hub, spoke + 1);
  }

  int column(Block block) {
    return columns.getOrDefault(block, 0);
  }

  /** Returns the buses in a gutter, from left to right. */
  List<Bus> gutter(int number) {
    return gutters.get(number);
  }

  /** Returns the buses above the columns, from top to bottom. */
  List<Bus> across() {
    return across;
  }

  private static void add(Bus bus, List<Bus> lane) {
    if (!lane.contains(bus)) {
      lane.add(bus);
    }
  }
}
