package io.meshwright.yaml;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import io.meshwright.source.SourceText;
import java.util.Locale;
import java.util.Optional;

/** How much is read, so that no file costs more than bounded time and memory. */
final class SourceLimits {
  /** Bytes of a file, and characters of a text. */
  static final int FILE = 16 * 1024 * 1024;

  /** Characters of a line: the parser copies the rest of a line again and again. */
  static final int LINE = 64 * 1024;

  /** Characters of one key or value. */
  static final int SCALAR = 64 * 1024;

  /** Mappings and lists within each other. */
  static final int DEPTH = 64;

  /** Keys and values of one document: the topology of 10 000 clusters has about 500 000. */
  static final int NODES = 1_000_000;

  /** Characters of the paths of all keys and values together. */
  static final long PATHS = 128L * 1024 * 1024;

  private SourceLimits() {}

  /** Returns what makes the text too large, or a character that YAML does not allow. */
  static Optional<Diagnostic> exceeded(SourceText source) {
    String text = source.text();
    if (text.length() > FILE) {
      return Optional.of(file(Location.startOf(source.file())));
    }
    int line = 1;
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'))) {
        line++;
        start = at + 1;
      } else if (!isAllowed(text, at)) {
        return Optional.of(character(source, line, start, at));
      } else if (at - start >= LINE) {
        return Optional.of(
            tooLarge(
                new Location(source.file(), line, 1, 1),
                "the line has more than " + LINE + " characters",
                "break it into several lines; values so long do not belong here"));
      }
    }
    return Optional.empty();
  }

  static Diagnostic file(Location place) {
    return tooLarge(
        place,
        "the file is larger than " + FILE / 1024 / 1024 + " MiB",
        "split the mesh into several topologies, or take out what does not belong here");
  }

  static Diagnostic tooLarge(Location place, String message, String help) {
    return Diagnostic.error("too-large", place, message, help);
  }

  private static boolean isAllowed(String text, int at) {
    char c = text.charAt(at);
    if (c < ' ') {
      return c == '\t' || c == '\r';
    }
    if (c < 0x7f) {
      return true;
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c == 0x85 || (c >= 0xa0 && c < 0xfffe && c != 0xfeff);
  }

  private static Diagnostic character(SourceText source, int line, int start, int at) {
    String code = String.format(Locale.ROOT, "U+%04X", (int) source.text().charAt(at));
    int column = source.text().codePointCount(start, at) + 1;
    return Diagnostic.error(
        "yaml-syntax",
        new Location(source.file(), line, column, 1),
        "the character " + code + " cannot stand in YAML",
        "remove it; in a value in double quotes it can be written as an escape");
  }
}
