package io.meshwright.graph;

/**
 * The letters of an SVG picture. Which font shows them is not known, so their widths are those of a
 * broad one (DejaVu Sans), in thousandths of the size: in others there is room left.
 */
enum Font {
  TITLE(18, true),
  HEADING(14, true),
  MEMBER(12, true),
  LINE(12, false);

  private static final int WIDE = 1_050;
  private static final int BOLD = 1_100;
  private static final int WHOLE = 1_000;

  private final int size;
  private final boolean bold;

  Font(int size, boolean bold) {
    this.size = size;
    this.bold = bold;
  }

  /** Returns the size, in pixels. */
  int size() {
    return size;
  }

  /** Returns the weight, as CSS has it. */
  String weight() {
    return bold ? "bold" : "normal";
  }

  /** Returns how far apart the lines of a text are, in pixels. */
  int leading() {
    return size * 4 / 3;
  }

  /** Returns how wide {@code text} may become, in pixels. */
  int width(String text) {
    int sum = text.codePoints().map(Font::thousandths).sum() * size;
    return (bold ? sum / WHOLE * BOLD : sum) / WHOLE + 1;
  }

  private static int thousandths(int point) {
    if ("ijlI|.,:;'!".indexOf(point) >= 0) {
      return 340;
    }
    if ("mwMW@%…".indexOf(point) >= 0) {
      return WIDE;
    }
    if (point < 0x80) {
      return Character.isUpperCase(point) ? 750 : 640;
    }
    return point < 0x300 ? 780 : WIDE;
  }
}
