package io.meshwright.overlay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the tables that the program carries. */
final class Table {
  private Table() {}

  /** Returns the lines of a table that are neither empty nor a comment. */
  static List<String> lines(String name) {
    try (InputStream stream = Table.class.getResourceAsStream("/overlay/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its table " + name);
      }
      return new BufferedReader(new InputStreamReader(stream, UTF_8))
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the table " + name + " cannot be read", e);
    }
  }
}
