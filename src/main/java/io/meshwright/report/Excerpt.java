package io.meshwright.report;

import io.meshwright.source.Location;

/**
 * One line of a source, with carets under the thing that is meant.
 *
 * @param text what is shown of the line, visible
 * @param indent how many columns stand before the carets
 * @param carets how many columns the thing takes
 */
record Excerpt(String text, int indent, int carets) {
  /** Longer lines are cut to this many code points around the place. */
  private static final int LONGEST = 160;

  private static final int KEPT = 100;
  private static final int KEPT_BEFORE = 40;

  /** Returns what to show of {@code line} for a finding at {@code place}. */
  static Excerpt of(String line, Location place) {
    int length = line.codePointCount(0, line.length());
    int start = Math.min(place.column() - 1, length);
    int first = length <= LONGEST ? 0 : Math.max(0, Math.min(start - KEPT_BEFORE, length - KEPT));
    int last = length <= LONGEST ? length : Math.min(length, first + KEPT);
    int end = Math.min(last, start + place.width());

    String before = (first > 0 ? "…" : "") + part(line, first, start);
    String marked = part(line, start, end);
    String after = part(line, end, last) + (last < length ? "…" : "");
    return new Excerpt(
        before + marked + after,
        VisibleText.columns(before),
        Math.max(1, VisibleText.columns(marked)));
  }

  private static String part(String line, int from, int to) {
    return VisibleText.of(
        line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to)));
  }
}
