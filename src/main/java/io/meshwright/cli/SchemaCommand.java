package io.meshwright.cli;

import io.meshwright.report.VisibleText;
import io.meshwright.text.NearestName;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Prints the JSON Schema of a kind of document, for editors. */
final class SchemaCommand implements Subcommand {
  private static final List<String> DOCUMENTS = List.of("topology", "values");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "schema", "Print the JSON Schema of a document, with which editors complete it.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("DOCUMENT")
            .arity("0..1")
            .type(String.class)
            .description("topology, or values: the file that --values takes (default: topology).")
            .build());
    return Options.withCommon(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) {
    String document = arguments.matchedPositionalValue(0, DOCUMENTS.get(0));
    if (!DOCUMENTS.contains(document)) {
      throw new UsageException(
          "there is no document \"" + VisibleText.of(document) + "\"",
          NearestName.suggest(document, DOCUMENTS) + "use topology or values");
    }
    terminal.out().print(Resource.text("schemas/" + document + ".schema.json"));
    return ExitCode.OK;
  }
}
