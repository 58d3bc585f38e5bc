package io.meshwright.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where lines that share a road part: lines that only cross have no dot there. */
final class Junctions {
  /** From a point that lines only pass, two ways lead. */
  private static final int PASSING = 2;

  /**
   * A dot.
   *
   * @param at its middle
   * @param link one of the lines that part there
   */
  record Junction(Route.Point at, Link link) {}

  private Junctions() {}

  /** Returns the dots, road by road. */
  static List<Junction> of(List<Route> routes) {
    Map<Bus, List<Route>> roads = new LinkedHashMap<>();
    for (Route route : routes) {
      roads.computeIfAbsent(Bus.of(route.link()), bus -> new ArrayList<>()).add(route);
    }
    List<Junction> junctions = new ArrayList<>();
    for (List<Route> road : roads.values()) {
      Set<Route.Point> corners = new LinkedHashSet<>();
      road.forEach(route -> corners.addAll(route.points()));
      for (Route.Point corner : corners) {
        if (ways(corner, road) > PASSING) {
          junctions.add(new Junction(corner, road.get(0).link()));
        }
      }
    }
    return junctions;
  }

  /** Returns in how many of the four directions a line leads from {@code point}. */
  private static int ways(Route.Point point, List<Route> road) {
    Set<Integer> ways = new LinkedHashSet<>();
    for (Route route : road) {
      for (int i = 1; i < route.points().size(); i++) {
        addWays(point, route.points().get(i - 1), route.points().get(i), ways);
      }
    }
    return ways.size();
  }

  private static void addWays(
      Route.Point point, Route.Point one, Route.Point other, Set<Integer> ways) {
    int left = Math.min(one.x(), other.x());
    int right = Math.max(one.x(), other.x());
    int top = Math.min(one.y(), other.y());
    int bottom = Math.max(one.y(), other.y());
    boolean level = top == bottom && point.y() == top && left <= point.x() && point.x() <= right;
    boolean upright = left == right && point.x() == left && top <= point.y() && point.y() <= bottom;
    add(level && point.x() > left, 0, ways);
    add(level && point.x() < right, 1, ways);
    add(upright && point.y() > top, 2, ways);
    add(upright && point.y() < bottom, 3, ways);
  }

  private static void add(boolean leads, int way, Set<Integer> ways) {
    if (leads) {
      ways.add(way);
    }
  }
}
