package io.meshwright.cli;

import io.meshwright.CheckedMesh;
import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.report.Report;
import io.meshwright.report.Tally;
import io.meshwright.report.VisibleText;
import io.meshwright.text.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Shows what is wrong with topologies, and writes nothing. */
final class LintCommand implements Subcommand {
  private static final String FORMAT = "--format";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "lint", "Show what is wrong with topologies; write nothing. Findings go to stdout.");
    spec.addPositional(Options.topologies());
    spec.addOption(Options.machineValues());
    spec.addOption(
        OptionSpec.builder(FORMAT)
            .paramLabel("FORMAT")
            .type(String.class)
            .defaultValue(ReportFormat.TEXT)
            .description(
                "How to show findings: "
                    + String.join(", ", ReportFormat.NAMES)
                    + " (default: text).")
            .build());
    return Options.withCommon(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    String format = arguments.matchedOptionValue(FORMAT, ReportFormat.TEXT);
    if (!ReportFormat.NAMES.contains(format)) {
      throw new UsageException(
          "there is no format \"" + VisibleText.of(format) + "\"",
          NearestName.suggest(format, ReportFormat.NAMES)
              + "use one of "
              + String.join(", ", ReportFormat.NAMES));
    }
    Batch batch = Batch.of(arguments);
    List<Diagnostic> findings = new ArrayList<>(batch.findings());
    for (CheckedMesh mesh : batch.meshes()) {
      findings.addAll(mesh.render(cluster -> true, files -> {}).diagnostics());
    }
    Optional<Report> report = ReportFormat.named(format, batch.sources(), terminal.outPalette());
    terminal.out().print(report.orElseThrow().of(findings));
    if (format.equals(ReportFormat.TEXT)) {
      terminal.out().print(Tally.of(findings) + "\n");
    }
    return Tally.hasError(findings) ? ExitCode.FINDINGS : ExitCode.OK;
  }
}
