package io.meshwright.cli;

import io.meshwright.report.VisibleText;
import io.meshwright.text.NearestName;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Finds the command that the arguments name, and runs it. */
final class Dispatcher {
  private static final String VERSION = "--version";

  private Dispatcher() {}

  static int run(String[] arguments, Terminal terminal) throws IOException {
    refuseUnreadable(arguments);
    Optional<Subcommand> named = named(arguments);
    CommandLine root = root(named);
    ParseResult parsed;
    try {
      parsed = root.parseArgs(arguments);
    } catch (ParameterException e) {
      return refuse(e, named, terminal);
    }
    if (parsed.hasSubcommand()) {
      ParseResult own = parsed.subcommand();
      if (own.isUsageHelpRequested()) {
        return help(own.commandSpec().commandLine(), terminal.out(), ExitCode.OK);
      }
      return named.orElseThrow().run(own, terminal);
    }
    if (parsed.isVersionHelpRequested()) {
      terminal.out().print("meshwright " + Version.text() + "\n");
      return ExitCode.OK;
    }
    return parsed.isUsageHelpRequested()
        ? help(root, terminal.out(), ExitCode.OK)
        : help(root, terminal.err(), ExitCode.USAGE);
  }

  /**
   * An empty argument is an unset variable of a script, and would name the working folder; one with
   * a replacement character was not in the terminal's encoding, and would name another file.
   */
  private static void refuseUnreadable(String[] arguments) {
    for (String argument : arguments) {
      if (argument.isEmpty()) {
        throw new UsageException("an argument is empty", "give it a value, or leave it out");
      }
      if (argument.indexOf('\uFFFD') >= 0) {
        throw new UsageException(
            "an argument is not in UTF-8: \"" + VisibleText.of(argument) + '"',
            "use names in UTF-8, or in ASCII");
      }
    }
  }

  /** The command is the first argument that is no option of the program itself. */
  private static Optional<Subcommand> named(String[] arguments) {
    for (String argument : arguments) {
      if (!argument.startsWith("-")) {
        return Subcommands.named(argument);
      }
    }
    return Optional.empty();
  }

  /** Describing a command costs time, so only the one that runs is described, or else all. */
  private static CommandLine root(Optional<Subcommand> named) {
    CommandSpec spec =
        Options.command(
            "meshwright",
            "Render one mesh topology file into the committed Istio manifests of every cluster.");
    spec.addOption(
        OptionSpec.builder("-V", VERSION)
            .versionHelp(true)
            .description("Show the version.")
            .build());
    CommandLine root = line(Options.withCommon(spec));
    if (named.isPresent()) {
      CommandSpec own = named.get().spec();
      root.addSubcommand(own.name(), line(own));
      return root;
    }
    spec.usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .footer("%nExit codes: 0 done, 1 findings or drift, 2 wrong usage, 3 a bug.");
    for (String name : Subcommands.NAMES) {
      root.addSubcommand(name, line(Subcommands.named(name).orElseThrow().spec()));
    }
    return root;
  }

  private static CommandLine line(CommandSpec spec) {
    // An argument @FILE is a file's name, not a file of arguments.
    return new CommandLine(spec).setExpandAtFiles(false);
  }

  private static int help(CommandLine command, PrintWriter to, int code) {
    to.print(command.getUsageMessage(Ansi.OFF).replace(System.lineSeparator(), "\n"));
    return code;
  }

  private static int refuse(ParameterException e, Optional<Subcommand> named, Terminal terminal) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String more = "`" + command + " --help` shows what it accepts";
    if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      terminal.fail(sentence(String.valueOf(e.getMessage())));
      terminal.hint(more);
      return ExitCode.USAGE;
    }
    String word = unmatched.getUnmatched().get(0);
    String quoted = "\"" + VisibleText.of(word) + "\"";
    if (word.startsWith("-")) {
      terminal.fail("there is no option " + quoted);
      terminal.hint(NearestName.suggest(word, options(e.getCommandLine())) + more);
    } else if (named.isEmpty()) {
      terminal.fail("there is no command " + quoted);
      terminal.hint(
          NearestName.suggest(word, Subcommands.NAMES) + "`meshwright --help` lists them");
    } else {
      terminal.fail(quoted + " is one argument too many");
      terminal.hint(more);
    }
    return ExitCode.USAGE;
  }

  private static String sentence(String message) {
    String visible = VisibleText.of(message);
    return visible.substring(0, 1).toLowerCase(Locale.ROOT) + visible.substring(1);
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
  }
}
