package io.meshwright.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options that several commands share. */
final class Options {
  static final String HELP = "--help";
  static final String ONLY = "--only";
  static final String OUTPUT = "--output";
  static final String OVERWRITE = "--overwrite";
  static final String STACKTRACE = "--stacktrace";
  static final String VALUES = "--values";

  private Options() {}

  /** Returns a command with {@code --help} and {@code --stacktrace}. */
  static CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).abbreviateSynopsis(false).width(80);
    spec.usageMessage().optionListHeading("%nOptions:%n").parameterListHeading("%nArguments:%n");
    spec.usageMessage().commandListHeading("%nCommands:%n").descriptionHeading("%n");
    spec.usageMessage().sortOptions(false);
    return spec;
  }

  /** Adds the options that every command has; they stand last in its help. */
  static CommandSpec withCommon(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", HELP).usageHelp(true).description("Show this help.").build());
    spec.addOption(
        OptionSpec.builder(STACKTRACE)
            .description("After an internal error, show where in Meshwright it happened.")
            .build());
    return spec;
  }

  /** The topology files. */
  static PositionalParamSpec topologies() {
    return PositionalParamSpec.builder()
        .paramLabel("TOPOLOGY")
        .arity("1..*")
        .required(true)
        .type(List.class)
        .auxiliaryTypes(Path.class)
        .description("A topology file.")
        .build();
  }

  /** What machines know of the clusters of the one topology that is named. */
  static OptionSpec machineValues() {
    return OptionSpec.builder(VALUES)
        .paramLabel("FILE")
        .type(Path.class)
        .description("Take addresses, CA bundles and pod CIDRs of clusters from this file, too.")
        .build();
  }

  /** The folder under which each mesh has its own. */
  static OptionSpec output() {
    return OptionSpec.builder("-o", OUTPUT)
        .paramLabel("DIR")
        .type(Path.class)
        .defaultValue("output")
        .description("The output folder (default: ${DEFAULT-VALUE}).")
        .build();
  }

  /** An option that may be given several times. */
  static OptionSpec repeated(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  /** Returns every value that was given for an option. */
  static List<String> values(ParseResult arguments, String option) {
    return arguments.matchedOptionValue(option, List.of());
  }
}
