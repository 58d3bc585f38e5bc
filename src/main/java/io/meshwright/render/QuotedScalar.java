package io.meshwright.render;

/** Writes any string as one line of YAML that every reader takes for exactly that string. */
final class QuotedScalar {
  private static final String HEX = "0123456789abcdef";

  private QuotedScalar() {}

  /**
   * Appends {@code text}, bare where that is safe, in double quotes elsewhere.
   *
   * @throws IllegalArgumentException when {@code text} holds half of a surrogate pair, which no
   *     file in UTF-8 can hold
   */
  static void append(StringBuilder out, String text) {
    if (PlainScalar.isSafe(text)) {
      out.append(text);
      return;
    }
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          throw new IllegalArgumentException("a string holds half of a surrogate pair");
        }
        out.append(c).append(text.charAt(++i));
      } else {
        append(out, c);
      }
    }
    out.append('"');
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (needsEscape(c)) {
          out.append("\\u")
              .append(HEX.charAt(c >> 12))
              .append(HEX.charAt((c >> 8) & 0xf))
              .append(HEX.charAt((c >> 4) & 0xf))
              .append(HEX.charAt(c & 0xf));
        } else {
          out.append(c);
        }
      }
    }
  }

  /**
   * Returns whether {@code c} may not stand in a file as it is: control characters and line breaks
   * of any YAML version, and the marks that show a line to a reviewer in another order than to the
   * machine.
   */
  static boolean needsEscape(char c) {
    return c < ' '
        || (c >= '\u007f' && c <= '\u009f')
        || c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\ufeff'
        || c >= '\ufffe';
  }

  /** Returns whether the surrogate at {@code i} begins a pair. */
  static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }
}
