package io.meshwright.output;

import java.util.regex.Pattern;

/**
 * A file's path inside the output folder. It cannot leave the folder, whatever a topology calls its
 * clusters.
 *
 * @param value the path, with forward slashes
 */
public record OutputPath(String value) implements Comparable<OutputPath> {
  private static final Pattern SAFE =
      Pattern.compile("[a-z0-9_][a-z0-9.-]{0,252}(/[a-z0-9][a-z0-9.-]{0,252})*");

  public OutputPath {
    if (!isSafe(value)) {
      throw new IllegalArgumentException("not a path inside the output folder: " + value);
    }
  }

  /** Returns whether {@code value} stays inside the folder and means the same on every system. */
  static boolean isSafe(String value) {
    return SAFE.matcher(value).matches();
  }

  @Override
  public int compareTo(OutputPath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
