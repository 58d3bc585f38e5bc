package io.meshwright.report;

/** How words are set off on a terminal, or left as they are where nobody would see it. */
public enum Palette {
  /** No colours: a file, a pipe, or a person who asked for none. */
  PLAIN(false),
  /** The colours of an ANSI terminal. */
  ANSI(true);

  private final boolean colored;

  Palette(boolean colored) {
    this.colored = colored;
  }

  /** Returns the palette for a stream that shows colours or does not. */
  public static Palette of(boolean colored) {
    return colored ? ANSI : PLAIN;
  }

  String strong(String text) {
    return set("1", text);
  }

  String error(String text) {
    return set("1;31", text);
  }

  String warning(String text) {
    return set("1;33", text);
  }

  String good(String text) {
    return set("32", text);
  }

  String faint(String text) {
    return set("2", text);
  }

  private String set(String code, String text) {
    return colored && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
