package io.meshwright.cli;

import io.meshwright.CheckResult;
import io.meshwright.TopologyChecker;
import io.meshwright.graph.PictureFormat;
import io.meshwright.report.VisibleText;
import io.meshwright.text.NearestName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Draws the mesh of a topology, if no rule refuses it; writes nothing but the picture. */
final class GraphCommand implements Subcommand {
  private static final String FORMAT = "--format";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "graph",
            "Draw the mesh: networks, clusters, gateways, who dials and who reads whom. The"
                + " picture goes to stdout.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("TOPOLOGY")
            .arity("1")
            .required(true)
            .type(Path.class)
            .description("A topology file.")
            .build());
    spec.addOption(Options.machineValues());
    spec.addOption(
        OptionSpec.builder(FORMAT)
            .paramLabel("FORMAT")
            .type(String.class)
            .description(
                "How to draw: " + String.join(", ", PictureFormat.words()) + " (default: mermaid).")
            .build());
    return Options.withCommon(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) {
    PictureFormat format =
        format(arguments.matchedOptionValue(FORMAT, PictureFormat.MERMAID.word()));
    CheckResult result =
        TopologyChecker.standard()
            .check(
                arguments.matchedPositionalValue(0, Path.of("")),
                arguments.hasMatchedOption(Options.VALUES)
                    ? Optional.of(arguments.matchedOptionValue(Options.VALUES, Path.of("")))
                    : Optional.empty());
    if (result.mesh().isEmpty()) {
      FindingsPrinter.print(result.diagnostics(), result.sources(), "nothing was drawn", terminal);
      return ExitCode.FINDINGS;
    }
    FindingsPrinter.print(result.diagnostics(), result.sources(), "the mesh is drawn", terminal);
    terminal.out().print(format.draw(result.mesh().get().facts()));
    return ExitCode.OK;
  }

  private static PictureFormat format(String word) {
    List<String> words = PictureFormat.words();
    return PictureFormat.named(word)
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no format \"" + VisibleText.of(word) + "\"",
                    NearestName.suggest(word, words) + "use one of " + String.join(", ", words)));
  }
}
