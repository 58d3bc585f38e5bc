package io.meshwright.source;

import java.util.List;

/**
 * The text of one file.
 *
 * @param file the name to show in findings
 * @param text the whole text, without a byte order mark
 */
public record SourceText(String file, String text) {
  /** Returns the lines without their line ends ({@code \n}, {@code \r\n} or {@code \r}). */
  public List<String> lines() {
    return text.lines().toList();
  }
}
