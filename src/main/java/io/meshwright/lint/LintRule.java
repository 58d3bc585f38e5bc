package io.meshwright.lint;

import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.MeshFacts;

/** One thing that a topology can get wrong although its schema allows it. */
public interface LintRule {
  /** Returns the id, the mistake's name in kebab case, by which people look the rule up. */
  String id();

  /** Returns how much its findings matter. */
  default Severity severity() {
    return Severity.ERROR;
  }

  /** Tells {@code findings} of every place where the mesh breaks this rule. */
  void check(MeshFacts mesh, Findings findings);
}
