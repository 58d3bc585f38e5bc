package io.meshwright.cli;

import io.meshwright.report.VisibleText;
import io.meshwright.text.NearestName;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Prints a rule's page, or the list of the rules. */
final class ExplainCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "explain",
            "Tell what a rule means, why it exists and how to mend what it found."
                + " Without RULE, list the rules.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE")
            .arity("0..1")
            .type(String.class)
            .description("A rule's name, as it stands in brackets after a finding.")
            .build());
    return Options.withCommon(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) {
    String rule = arguments.matchedPositionalValue(0, "");
    if (rule.isEmpty()) {
      terminal.out().print(RulePages.list());
      return ExitCode.OK;
    }
    Optional<String> page = RulePages.page(rule);
    if (page.isEmpty()) {
      throw new UsageException(
          "there is no rule \"" + VisibleText.of(rule) + "\"",
          NearestName.suggest(rule, RulePages.ids()) + "`meshwright explain` lists them");
    }
    terminal.out().print(page.get());
    return ExitCode.OK;
  }
}
