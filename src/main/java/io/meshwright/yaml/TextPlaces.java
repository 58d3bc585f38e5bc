package io.meshwright.yaml;

import io.meshwright.source.Location;
import io.meshwright.source.SourceText;

/** Turns the parser's positions, counted in code points, into places and indexes of the text. */
final class TextPlaces {
  private final String file;
  private final String text;
  private final boolean simple;
  private int codePoint;
  private int index;

  TextPlaces(SourceText source) {
    this.file = source.file();
    this.text = source.text();
    this.simple = text.codePointCount(0, text.length()) == text.length();
  }

  /** Returns the index of a code point; cheap when asked near the one asked before. */
  int index(long wanted) {
    int target = (int) Math.max(0, Math.min(wanted, text.length()));
    if (simple) {
      return target;
    }
    while (codePoint < target && index < text.length()) {
      index = text.offsetByCodePoints(index, 1);
      codePoint++;
    }
    while (codePoint > target) {
      index = text.offsetByCodePoints(index, -1);
      codePoint--;
    }
    return index;
  }

  /** Returns the place of what stands between two indexes, as wide as its part on this line. */
  Location place(int start, int end) {
    int line = 1;
    int lineStart = 0;
    for (int at = 0; at < start; at++) {
      if (endsLine(at)) {
        line++;
        lineStart = at + 1;
      }
    }
    return place(line, text.codePointCount(lineStart, start) + 1, start, end);
  }

  /** Returns the place at a line and column that the parser has counted. */
  Location place(int line, int column, int start, int end) {
    int stop = start;
    int last = start;
    while (stop < Math.min(end, text.length())
        && text.charAt(stop) != '\n'
        && text.charAt(stop) != '\r') {
      stop++;
      if (!isBlank(text.charAt(stop - 1))) {
        last = stop;
      }
    }
    return new Location(file, line, column, Math.max(1, text.codePointCount(start, last)));
  }

  /** Returns the character at {@code index}, or a line break behind the end of the text. */
  char charAt(int at) {
    return at < text.length() ? text.charAt(at) : '\n';
  }

  /** Says whether only blanks, line breaks and comments follow. */
  boolean isEnd(int at) {
    return skipBlanks(at) >= text.length();
  }

  /** Returns the text between two indexes. */
  String text(int start, int end) {
    return text.substring(Math.min(start, text.length()), Math.min(end, text.length()));
  }

  /** Returns where the blanks, line breaks and comments end that start at {@code from}. */
  int skipBlanks(int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
          at++;
        }
      } else if (isBlank(c) || c == '\n' || c == '\r') {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  /** Returns where the word ends that starts at {@code from}. */
  int wordEnd(int from) {
    int at = from;
    while (at < text.length() && " \t\r\n,[]{}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Returns the start of the last line {@code ---} before {@code index}, or {@code index}. */
  int documentMarker(int before) {
    int at = text.lastIndexOf("\n---", before);
    return at < 0 ? before : at + 1;
  }

  /** Says whether nothing but blanks stands before {@code index} on its line. */
  boolean isIndentation(int index) {
    int at = index;
    while (at > 0 && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
  }

  private boolean endsLine(int at) {
    char c = text.charAt(at);
    return c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
