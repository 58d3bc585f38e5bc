package io.meshwright.yaml;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import java.util.Locale;

/** Says in plain words what the parser does not understand. */
final class SyntaxFinding {
  private static final String RULE = "yaml-syntax";

  private SyntaxFinding() {}

  /**
   * Returns the finding.
   *
   * @param problem what the parser says, in its own words
   */
  static Diagnostic of(Location place, String problem) {
    String words = problem.toLowerCase(Locale.ROOT);
    if (words.contains("\\t(tab)") || words.contains("tab character")) {
      return tab(place);
    }
    if (words.contains("mapping values are not allowed")) {
      return finding(
          place,
          "a value with a key cannot stand here",
          "check the indentation, and quote a value that holds a colon and a blank");
    }
    if (words.contains("could not find expected ':'")) {
      return finding(
          place,
          "the line before this place is neither \"key: value\" nor an item of a list",
          "put \": \" behind the key, or indent the line if it goes on with the one before");
    }
    if (words.contains("cannot start any token") || words.contains("unexpected character found")) {
      return finding(place, "a value without quotes cannot look like this", "quote the value");
    }
    if (words.contains("unknown escape")) {
      return finding(
          place, "this escape is unknown", "write \"\\\\\" for a backslash, or use single quotes");
    }
    if (words.contains("not allowed here")) {
      return finding(place, "an item of a list cannot stand here", "put it on a line of its own");
    }
    if (words.contains("expected the node content")) {
      return finding(place, "there is no value here", "write the value, or quote it");
    }
    if (words.contains("<document start>")) {
      return finding(
          place, "text stands behind the end of the document", "remove it: a file is one document");
    }
    if (words.contains("unexpected end of stream")) {
      return finding(place, "the quotes that open here are never closed", "close the quotes");
    }
    if (words.contains("<block end>")) {
      return finding(
          place,
          "the indentation does not fit what stands before",
          "indent the keys of one mapping, and the items of one list, by the same blanks");
    }
    if (words.contains("',' or ']'") || words.contains("',' or '}'")) {
      return finding(
          place,
          "a list in [ ] or a mapping in { } goes on without a comma, or is not closed",
          "add the comma or the closing bracket");
    }
    String shown = problem.replace("\n", "\\n").replace("\r", "\\r");
    return finding(place, "this is no YAML: " + shown, "correct it, or quote the value");
  }

  /** Returns the finding for an indentation by tabs. */
  static Diagnostic tab(Location place) {
    return finding(place, "a tab cannot indent in YAML", "indent with blanks");
  }

  /** Returns the finding for what follows a value on its line. */
  static Diagnostic trailing(Location place) {
    return finding(
        place,
        "this does not belong to what stands before it on the line",
        "quote the whole value, or put this on a line of its own");
  }

  private static Diagnostic finding(Location place, String message, String help) {
    return Diagnostic.error(RULE, place, message, help);
  }
}
