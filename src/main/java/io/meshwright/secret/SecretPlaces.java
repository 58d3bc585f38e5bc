package io.meshwright.secret;

import io.meshwright.source.Location;
import io.meshwright.source.SourceText;
import java.util.Optional;

/** Finds what a character of a YAML file belongs to, in a file that nobody has parsed yet. */
final class SecretPlaces {
  private static final int FARTHEST_KEY = 1000;

  private final String file;
  private final String text;
  private int line = 1;
  private int lineStart;

  SecretPlaces(SourceText source) {
    this.file = source.file();
    this.text = source.text();
  }

  /** Returns the key or comment that holds {@code index}; asked in rising order of indexes. */
  SecretOwner owner(int index) {
    moveTo(index);
    int comment = comment(lineStart, index);
    if (comment >= 0) {
      return new SecretOwner("a comment", place(line, lineStart, comment, 1));
    }
    return key(line, lineStart, index).orElseGet(() -> above(index));
  }

  private void moveTo(int index) {
    for (int at = lineStart; at < index; at++) {
      char c = text.charAt(at);
      if (c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'))) {
        line++;
        lineStart = at + 1;
      }
    }
  }

  /** Returns the owner of a value that began on a line before. */
  private SecretOwner above(int index) {
    int indent = indent(lineStart);
    int start = lineStart;
    for (int number = line - 1; number >= 1 && line - number <= FARTHEST_KEY; number--) {
      int end = start - 1;
      start = text.lastIndexOf('\n', end - 1) + 1;
      if (indent(start) < indent || indent == 0) {
        Optional<SecretOwner> owner = key(number, start, end);
        if (owner.isPresent()) {
          return owner.get();
        }
      }
    }
    return new SecretOwner("the text", place(line, lineStart, index, 1));
  }

  private int indent(int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at - start;
  }

  /** Returns where a comment begins on the line before {@code end}, or -1. */
  private int comment(int start, int end) {
    for (int at = start; at <= end && at < text.length(); at++) {
      if (text.charAt(at) == '#' && (at == start || text.charAt(at - 1) <= ' ')) {
        return at;
      }
    }
    return -1;
  }

  /** Returns the last key between two indexes of a line: letters, then a colon and no letter. */
  private Optional<SecretOwner> key(int number, int start, int end) {
    for (int colon = end - 1; colon > start; colon--) {
      boolean ends =
          colon + 1 >= text.length() || " \t\r\n\"'[{".indexOf(text.charAt(colon + 1)) >= 0;
      if (text.charAt(colon) != ':' || !ends) {
        continue;
      }
      int last = colon;
      while (last > start && " \"'".indexOf(text.charAt(last - 1)) >= 0) {
        last--;
      }
      int first = last;
      while (first > start && SecretOwner.isNameLetter(text.charAt(first - 1))) {
        first--;
      }
      String name = SecretOwner.quoted(text.substring(first, last), "a value");
      Location place = place(number, start, first, Math.max(1, last - first));
      return Optional.of(new SecretOwner(name, place));
    }
    return Optional.empty();
  }

  private Location place(int number, int start, int index, int width) {
    return new Location(file, number, text.codePointCount(start, index) + 1, width);
  }
}
