package io.meshwright.graph;

/**
 * A place in an SVG picture, in pixels from the picture's upper left corner.
 *
 * @param x its left side
 * @param y its upper side
 * @param width how wide it is
 * @param height how high it is
 */
record Rectangle(int x, int y, int width, int height) {
  int right() {
    return x + width;
  }

  int bottom() {
    return y + height;
  }

  /** Returns whether some of the inside of both is the same. */
  boolean overlaps(Rectangle other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /** Returns whether {@code other} lies in it. */
  boolean holds(Rectangle other) {
    return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
  }
}
