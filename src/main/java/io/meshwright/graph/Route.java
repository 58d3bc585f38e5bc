package io.meshwright.graph;

import java.util.List;

/**
 * A line of an SVG picture, from where it begins to where it ends.
 *
 * @param link what it says
 * @param points its corners and ends; each differs from the one before in one direction only
 */
record Route(Link link, List<Point> points) {
  /**
   * A point of the picture.
   *
   * @param x pixels from the left
   * @param y pixels from the top
   */
  record Point(int x, int y) {}

  Route {
    points = List.copyOf(points);
  }

  Point start() {
    return points.get(0);
  }

  Point end() {
    return points.get(points.size() - 1);
  }

  /** Returns whether the line comes from the left where it ends. */
  boolean endsRightwards() {
    return points.get(points.size() - 2).x() < end().x();
  }

  /** Returns whether the line goes to the right where it starts. */
  boolean startsRightwards() {
    return points.get(1).x() > start().x();
  }
}
