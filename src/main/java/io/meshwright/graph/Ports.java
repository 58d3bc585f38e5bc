package io.meshwright.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where buses meet the sides of blocks: no two of them at one height of a gutter, unless it is a
 * straight line from the primary.
 */
final class Ports {
  /** How far apart two ports of different buses are at least, in pixels. */
  private static final int APART = 6;

  private static final int FROM_CORNER = 8;

  /**
   * A side of a block.
   *
   * @param block the block
   * @param gutter the gutter that the side looks to
   */
  private record Side(Block block, int gutter) {}

  /** A port that is taken. */
  private record Taken(Side side, int y, Bus bus) {
    boolean isHub() {
      return side.block().equals(bus.hub());
    }
  }

  private final Map<Side, List<Bus>> sides = new LinkedHashMap<>();
  private final Map<Side, Map<Bus, Integer>> heights = new LinkedHashMap<>();
  private final List<Taken> taken = new ArrayList<>();

  Ports(List<Link> links, Lanes lanes, Map<Block, Rectangle> places) {
    for (Link link : links) {
      Lanes.Way way = lanes.way(link);
      add(new Side(link.hub(), way.from()), Bus.of(link));
      add(new Side(link.spoke(), way.to()), Bus.of(link));
    }
    sides.forEach((side, buses) -> place(side, buses, places));
  }

  /** Returns the height at which {@code bus} meets {@code block} on that side. */
  int y(Block block, int gutter, Bus bus) {
    Integer height = heights.getOrDefault(new Side(block, gutter), Map.of()).get(bus);
    if (height == null) {
      throw new IllegalArgumentException("no port of " + block.heading());
    }
    return height;
  }

  private void add(Side side, Bus bus) {
    List<Bus> buses = sides.computeIfAbsent(side, key -> new ArrayList<>());
    if (!buses.contains(bus)) {
      buses.add(bus);
    }
  }

  private void place(Side side, List<Bus> buses, Map<Block, Rectangle> places) {
    Rectangle at = places.getOrDefault(side.block(), new Rectangle(0, 0, 0, 0));
    for (int i = 0; i < buses.size(); i++) {
      int own = at.y() + at.height() * (i + 1) / (buses.size() + 1);
      int wished = straight(side, buses.get(i), at).orElse(own);
      int y = free(side, buses.get(i), wished, at);
      taken.add(new Taken(side, y, buses.get(i)));
      heights.computeIfAbsent(side, key -> new LinkedHashMap<>()).put(buses.get(i), y);
    }
  }

  /** Returns the height of the other end in the same gutter, if the block is that high. */
  private OptionalInt straight(Side side, Bus bus, Rectangle at) {
    boolean hub = side.block().equals(bus.hub());
    return taken.stream()
        .filter(port -> port.side().gutter() == side.gutter() && port.bus().equals(bus))
        .filter(port -> hub || port.isHub())
        .mapToInt(Taken::y)
        .filter(y -> isWithin(y, at))
        .findFirst();
  }

  private static boolean isWithin(int y, Rectangle at) {
    return y >= at.y() + FROM_CORNER && y <= at.bottom() - FROM_CORNER;
  }

  private int free(Side side, Bus bus, int wished, Rectangle at) {
    for (int away = 0; away < at.height(); away++) {
      for (int y : List.of(wished + away, wished - away)) {
        if (isWithin(y, at) && isFree(side, y, bus)) {
          return y;
        }
      }
    }
    return wished;
  }

  private boolean isFree(Side side, int y, Bus bus) {
    boolean hub = side.block().equals(bus.hub());
    for (Taken port : taken) {
      boolean near = port.side().gutter() == side.gutter() && Math.abs(port.y() - y) < APART;
      boolean straight = port.bus().equals(bus) && (hub || port.isHub());
      if (near && !straight) {
        return false;
      }
    }
    return true;
  }
}
