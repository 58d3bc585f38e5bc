package io.meshwright.cli;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.report.Tally;
import io.meshwright.report.TextReport;
import io.meshwright.report.VisibleText;
import io.meshwright.source.SourceText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** Shows findings to the person at the terminal, with what came of them. */
final class FindingsPrinter {
  /** How this program was called, so that the command can be copied. */
  private static final String PROGRAM =
      VisibleText.of(System.getProperty("meshwright.program", "meshwright"));

  private FindingsPrinter() {}

  /**
   * Prints {@code findings} to the error stream, a line that counts them and says {@code outcome},
   * and how to learn more; prints nothing when there are none.
   */
  static void print(
      List<Diagnostic> findings,
      Map<String, SourceText> sources,
      String outcome,
      Terminal terminal) {
    if (findings.isEmpty()) {
      return;
    }
    PrintWriter err = terminal.err();
    err.print(new TextReport(sources, terminal.errPalette()).of(findings));
    err.print("\n" + Tally.of(findings) + "; " + outcome + "\n");
    for (Diagnostic finding : findings) {
      if (RulePages.ids().contains(finding.rule())) {
        err.print("for more: " + PROGRAM + " explain " + finding.rule() + "\n");
        return;
      }
    }
  }
}
