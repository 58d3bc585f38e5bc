package io.meshwright.lint;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.model.Places;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what one rule finds; a rule never touches a line number. What many clusters have from
 * their defaults is one finding.
 */
public final class Findings {
  private final LintRule rule;
  private final Places places;
  private final Set<Diagnostic> found = new LinkedHashSet<>();

  Findings(LintRule rule, Places places) {
    this.rule = rule;
    this.places = places;
  }

  /**
   * Adds a finding about the value at {@code pointer} of the topology, or about what holds it when
   * the topology has no such value.
   */
  public void at(Pointer pointer, String message, String help) {
    found.add(new Diagnostic(rule.id(), rule.severity(), places.value(pointer), message, help));
  }

  /** Adds a finding about the value at {@code pointer} of a user's overlay. */
  public void in(SourceTree overlay, Pointer pointer, String message, String help) {
    found.add(
        new Diagnostic(rule.id(), rule.severity(), overlay.places().value(pointer), message, help));
  }

  /** Returns the line of the value at {@code pointer}, for a message that names a second place. */
  public int line(Pointer pointer) {
    return places.value(pointer).line();
  }

  List<Diagnostic> toList() {
    return List.copyOf(found);
  }
}
