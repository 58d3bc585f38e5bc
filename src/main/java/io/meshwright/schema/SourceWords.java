package io.meshwright.schema;

import io.meshwright.source.Location;
import io.meshwright.source.SourceText;
import java.util.List;
import java.util.Optional;

/** Gives back a plain scalar as it was typed, before YAML made a number of it. */
final class SourceWords {
  private final List<String> lines;

  SourceWords(SourceText text) {
    this.lines = text.lines();
  }

  /** Returns the text at {@code place}; empty when the place lies outside of the source. */
  Optional<String> at(Location place) {
    if (place.line() > lines.size()) {
      return Optional.empty();
    }
    String line = lines.get(place.line() - 1);
    int length = line.codePointCount(0, line.length());
    if (place.column() > length) {
      return Optional.empty();
    }
    int start = line.offsetByCodePoints(0, place.column() - 1);
    int width = Math.min(place.width(), length - place.column() + 1);
    return Optional.of(line.substring(start, line.offsetByCodePoints(start, width)));
  }
}
