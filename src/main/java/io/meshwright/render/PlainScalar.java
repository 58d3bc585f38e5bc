package io.meshwright.render;

import java.util.Locale;
import java.util.Set;

/**
 * Knows the strings that need no quotes: every reader of YAML 1.1, of YAML 1.2 and kubectl's own
 * takes them for the same string.
 */
final class PlainScalar {
  /** Words that one reader or another takes for a boolean or for null. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private static final int LONGEST_WORD = 5;

  private PlainScalar() {}

  /** Returns whether {@code text} may stand bare, as a key or as a value. */
  static boolean isSafe(String text) {
    if (text.isEmpty() || !(isLetter(text.charAt(0)) || text.charAt(0) == '/')) {
      return false;
    }
    int last = text.length() - 1;
    for (int i = 1; i <= last; i++) {
      char c = text.charAt(i);
      boolean colonInside = c == ':' && i < last;
      if (!isLetter(c) && !isDigit(c) && !isMark(c) && !colonInside) {
        return false;
      }
    }
    return text.length() > LONGEST_WORD || !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isMark(char c) {
    return c == '.' || c == '-' || c == '_' || c == '/';
  }
}
