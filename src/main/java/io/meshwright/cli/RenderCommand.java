package io.meshwright.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** STUB. */
final class RenderCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("render", "STUB.");
    spec.addPositional(Options.topologies());
    return Options.withCommon(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    return ExitCode.OK;
  }
}
