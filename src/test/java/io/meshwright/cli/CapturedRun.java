package io.meshwright.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What one command line did, without a process.
 *
 * @param code the exit code
 * @param out what stood on the output stream
 * @param err what stood on the error stream
 */
public record CapturedRun(int code, String out, String err) {
  public static CapturedRun of(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = String.valueOf(arguments[i]);
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(words, Terminal.plain(new PrintWriter(out), new PrintWriter(err)));
    return new CapturedRun(code, out.toString(), err.toString());
  }

  /** Everything at once, as it is approved. */
  public String all() {
    return err + (err.isEmpty() || out.isEmpty() ? "" : "\n") + out + "exit code " + code + "\n";
  }
}
