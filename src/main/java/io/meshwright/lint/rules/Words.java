package io.meshwright.lint.rules;

import java.util.List;

/** Puts the user's own words into a message. */
final class Words {
  private static final int LONGEST = 80;
  private static final int MOST_NAMES = 8;

  private Words() {}

  /** Returns {@code text} in quotes, on one line and not longer than a message can bear. */
  static String quoted(String text) {
    StringBuilder shown = new StringBuilder("\"");
    int[] points = text.codePoints().limit(LONGEST + 1L).toArray();
    for (int i = 0; i < Math.min(points.length, LONGEST); i++) {
      shown.append(isPlain(points[i]) ? Character.toString(points[i]) : "\uFFFD");
    }
    return shown.append(points.length > LONGEST ? "…\"" : "\"").toString();
  }

  /** Returns the names one after the other, the first few when there are many. */
  static String list(List<String> names) {
    if (names.size() <= MOST_NAMES) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, MOST_NAMES))
        + " and "
        + (names.size() - MOST_NAMES)
        + " more";
  }

  private static boolean isPlain(int point) {
    int type = Character.getType(point);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE;
  }
}
