package io.meshwright.lint;

import io.meshwright.lint.rules.UnknownNetwork;
import java.util.List;

/** The rules that every run checks, sorted by class name. */
public final class StandardRules {
  private static final List<LintRule> ALL = List.of(new UnknownNetwork());

  private StandardRules() {}

  /** Returns every rule. */
  public static List<LintRule> all() {
    return ALL;
  }
}
