package io.meshwright.source;

/**
 * A place in a text that a person can open.
 *
 * @param file the name to show, as it was given on the command line or in the topology
 * @param line the line, counted from 1
 * @param column the column in code points, counted from 1
 * @param width how many code points of that line the thing at this place takes, at least 1
 */
public record Location(String file, int line, int column, int width) {
  public Location {
    if (line < 1 || column < 1 || width < 1) {
      throw new IllegalArgumentException(
          "line, column and width count from 1: " + line + ":" + column + ":" + width);
    }
  }

  /** Returns the first place of {@code file}: findings about the file as a whole stand there. */
  public static Location startOf(String file) {
    return new Location(file, 1, 1, 1);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
