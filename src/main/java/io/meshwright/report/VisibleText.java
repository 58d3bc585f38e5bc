package io.meshwright.report;

/**
 * Text from a stranger, made safe to show: one line, in which nothing moves the cursor, changes
 * colours or turns the direction of writing. Every code point stays one code point, so columns
 * hold.
 */
public final class VisibleText {
  private static final int REPLACEMENT = 0xFFFD;

  private VisibleText() {}

  /** Returns {@code text} with its control and format characters replaced by visible ones. */
  public static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().map(VisibleText::visible).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  /** Returns how many columns of a terminal {@code text} takes; it is visible already. */
  static int columns(String text) {
    return text.codePoints().map(VisibleText::columns).sum();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static int visible(int codePoint) {
    if (codePoint == '\t') {
      return ' ';
    }
    if (codePoint < ' ') {
      // Unicode has a picture of each of them, such as U+241B for ESC
      return 0x2400 + codePoint;
    }
    if (codePoint == 0x7F) {
      return 0x2421;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          REPLACEMENT;
      default -> codePoint;
    };
  }

  private static int columns(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** The blocks that Unicode's EastAsianWidth.txt calls wide or full-width. */
  private static boolean isWide(int c) {
    return within(c, 0x1100, 0x115F)
        || within(c, 0x2E80, 0x303E)
        || within(c, 0x3041, 0xA4CF)
        || within(c, 0xA960, 0xA97F)
        || within(c, 0xAC00, 0xD7A3)
        || within(c, 0xF900, 0xFAFF)
        || within(c, 0xFE30, 0xFE6F)
        || within(c, 0xFF00, 0xFF60)
        || within(c, 0xFFE0, 0xFFE6)
        || within(c, 0x1F300, 0x1F64F)
        || within(c, 0x1F680, 0x1F6FF)
        || within(c, 0x1F900, 0x1F9FF)
        || within(c, 0x20000, 0x3FFFD);
  }

  private static boolean within(int c, int first, int last) {
    return first <= c && c <= last;
  }
}
