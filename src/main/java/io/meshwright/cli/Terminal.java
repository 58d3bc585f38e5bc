package io.meshwright.cli;

import io.meshwright.report.Palette;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes to.
 *
 * @param out results
 * @param err findings, and what went wrong
 * @param outPalette how results are set off
 * @param errPalette how findings are set off
 */
record Terminal(PrintWriter out, PrintWriter err, Palette outPalette, Palette errPalette) {

  /** Returns a terminal without colours. */
  static Terminal plain(PrintWriter out, PrintWriter err) {
    return new Terminal(out, err, Palette.PLAIN, Palette.PLAIN);
  }

  /**
   * Returns the process's own streams, always in UTF-8. Only the launcher can know cheaply whether
   * they are a terminal: it names those that show colours in the property {@code
   * meshwright.colors}.
   */
  static Terminal standard(StandardOutput out) {
    String colored = System.getProperty("meshwright.colors", "");
    return new Terminal(
        utf8(out),
        utf8(System.err),
        Palette.of(colored.contains("out")),
        Palette.of(colored.contains("err")));
  }

  /** Says in one line why the command was not done. */
  void fail(String why) {
    err.print("meshwright: " + why + "\n");
  }

  /** Says in a further line what to do about it. */
  void hint(String what) {
    err.print("  = help: " + what + "\n");
  }

  /** Writes out what is still held back. */
  void flush() {
    out.flush();
    err.flush();
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }
}
