package io.meshwright.graph;

/**
 * A line of words in its place in an SVG picture.
 *
 * @param x where it begins
 * @param baseline the line that its letters stand on
 * @param words what it says
 * @param font its letters
 */
record PlacedText(int x, int baseline, String words, Font font) {
  /** Returns the room that it takes. */
  Rectangle box() {
    return new Rectangle(x, baseline - font.size(), font.width(words), font.leading());
  }
}
