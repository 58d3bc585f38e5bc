package io.meshwright.lint;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Places;
import java.util.ArrayList;
import java.util.List;

/** Runs every rule over a mesh. */
public final class Linter {
  private final List<LintRule> rules;

  public Linter(List<LintRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Returns what all rules find, in the order of the rules. */
  public List<Diagnostic> lint(MeshFacts mesh, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (LintRule rule : rules) {
      Findings findings = new Findings(rule, places);
      rule.check(mesh, findings);
      found.addAll(findings.toList());
    }
    return found;
  }
}
