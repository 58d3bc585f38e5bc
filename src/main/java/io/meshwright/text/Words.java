package io.meshwright.text;

import java.util.List;
import java.util.Locale;

/** Puts the user's own words into a message: on one line, cut, and unable to drive a terminal. */
public final class Words {
  /** Longer words are cut: a message stays readable. */
  private static final int LONGEST = 60;

  /** How much of a longer word is shown; too little of a secret to be one. */
  private static final int SHOWN = 24;

  private static final int MOST_NAMES = 8;

  private Words() {}

  /** Returns {@code text} in quotes. */
  public static String quoted(String text) {
    return '"' + plain(text) + '"';
  }

  /** Returns {@code text} without quotes around it. */
  public static String plain(String text) {
    boolean cut = text.codePointCount(0, text.length()) > LONGEST;
    String shown = cut ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) : text;
    StringBuilder safe = new StringBuilder();
    shown.codePoints().forEach(point -> append(safe, point));
    return cut ? safe + "…" : safe.toString();
  }

  /** Returns the names one after the other, the first few when there are many. */
  public static String list(List<String> names) {
    if (names.size() <= MOST_NAMES) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, MOST_NAMES))
        + " and "
        + (names.size() - MOST_NAMES)
        + " more";
  }

  private static void append(StringBuilder out, int point) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '"' -> out.append("\\\"");
      default -> {
        if (isVisible(point)) {
          out.appendCodePoint(point);
        } else {
          out.append(String.format(Locale.ROOT, "\\u%04X", point));
        }
      }
    }
  }

  /** Returns whether a code point shows, and neither moves the cursor nor turns the writing. */
  public static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
