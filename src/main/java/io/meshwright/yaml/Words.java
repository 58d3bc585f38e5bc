package io.meshwright.yaml;

/** The user's own words, short enough for a message. */
final class Words {
  private static final int LONGEST = 60;

  private Words() {}

  /** Returns {@code text} in quotes, on one line and cut where it is long. */
  static String quote(String text) {
    int length = text.codePointCount(0, Math.min(text.length(), 4 * LONGEST));
    String shown =
        length > LONGEST ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…" : text;
    return '"' + shown.replace("\n", "\\n").replace("\r", "\\r") + '"';
  }
}
