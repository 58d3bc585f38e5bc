package io.meshwright.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: what it accepts and what it does. */
interface Subcommand {
  /** Returns the options and parameters, with their help. */
  CommandSpec spec();

  /**
   * Does what the arguments say and returns the {@link ExitCode}.
   *
   * @throws IOException if the disk fails, with a message that names the file
   */
  int run(ParseResult arguments, Terminal terminal) throws IOException;
}
