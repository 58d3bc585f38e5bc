package io.meshwright.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Prints the JSON Schema of topologies, for editors. */
final class SchemaCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Options.withCommon(
        Options.command(
            "schema", "Print the JSON Schema of topologies, with which editors complete them."));
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) {
    terminal.out().print(Resource.text("schemas/topology.schema.json"));
    return ExitCode.OK;
  }
}
