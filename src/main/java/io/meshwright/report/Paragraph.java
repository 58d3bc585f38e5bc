package io.meshwright.report;

/** Prose in the width of a terminal. */
final class Paragraph {
  private static final int WIDTH = 80;

  private Paragraph() {}

  /**
   * Returns {@code lead} and {@code text} in lines of at most 80 columns; the lines after the first
   * stand under the text's first word. A word that is longer than a line, such as a path, is left
   * whole, so that it can be copied.
   */
  static String of(String lead, String text) {
    String indent = " ".repeat(VisibleText.columns(lead));
    StringBuilder lines = new StringBuilder(lead);
    int column = indent.length();
    boolean first = true;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf(' ', start);
      String word = text.substring(start, end < 0 ? text.length() : end);
      int width = VisibleText.columns(word);
      if (!first && column + 1 + width > WIDTH) {
        lines.append('\n').append(indent).append(word);
        column = indent.length() + width;
      } else {
        lines.append(first ? "" : " ").append(word);
        column += width + (first ? 0 : 1);
      }
      first = false;
      start = end < 0 ? text.length() + 1 : end + 1;
    }
    return lines.append('\n').toString();
  }
}
