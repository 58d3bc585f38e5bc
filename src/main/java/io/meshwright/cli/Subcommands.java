package io.meshwright.cli;

import java.util.List;
import java.util.Optional;

/** Every command, in the order in which people meet them. */
final class Subcommands {
  static final List<String> NAMES =
      List.of("render", "check", "lint", "graph", "explain", "schema");

  private Subcommands() {}

  /** Returns the command of that name; only its classes are loaded. */
  static Optional<Subcommand> named(String name) {
    return switch (name) {
      case "render" -> Optional.of(new RenderCommand());
      case "check" -> Optional.of(new CheckCommand());
      case "lint" -> Optional.of(new LintCommand());
      case "graph" -> Optional.of(new GraphCommand());
      case "explain" -> Optional.of(new ExplainCommand());
      case "schema" -> Optional.of(new SchemaCommand());
      default -> Optional.empty();
    };
  }
}
