package io.meshwright.render;

/** Writes text as the content of a YAML literal block scalar. */
final class BlockText {
  private BlockText() {}

  /**
   * Returns whether a literal block gives {@code text} back unchanged to every reader, for any
   * number of line breaks at its end up to one.
   */
  static boolean fits(String text) {
    if (text.isEmpty() || text.charAt(0) == ' ' || text.charAt(0) == '\n') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        boolean emptyLineAtEnd = i == text.length() - 1 && text.charAt(i - 1) == '\n';
        if (text.charAt(i - 1) == ' ' || emptyLineAtEnd) {
          return false;
        }
      } else if (Character.isSurrogate(c)) {
        if (!QuotedScalar.isPair(text, i++)) {
          return false;
        }
      } else if (QuotedScalar.needsEscape(c)) {
        return false;
      }
    }
    return text.charAt(text.length() - 1) != ' ';
  }

  /** Appends the lines of {@code text}, each behind {@code indent} blanks and with its break. */
  static void append(StringBuilder out, String text, int indent) {
    String blanks = " ".repeat(indent);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        out.append(blanks).append(text, start, end);
      }
      out.append('\n');
      start = end + 1;
    }
  }
}
