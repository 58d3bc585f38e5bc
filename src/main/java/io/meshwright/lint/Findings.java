package io.meshwright.lint;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.model.Places;
import io.meshwright.source.Location;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects what one rule finds; a rule never touches a line number. What many clusters have from
 * their defaults is one finding.
 */
public final class Findings {
  /** How many findings of one rule about one value are shown. */
  private static final int SHOWN = 3;

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

  /** Adds a finding about the key at {@code pointer} of a user's overlay, whatever it holds. */
  public void inKey(SourceTree overlay, Pointer pointer, String message, String help) {
    found.add(
        new Diagnostic(rule.id(), rule.severity(), overlay.places().key(pointer), message, help));
  }

  /** Returns the line of the value at {@code pointer}, for a message that names a second place. */
  public int line(Pointer pointer) {
    return places.value(pointer).line();
  }

  /** Returns whether the topology has a value at {@code pointer} itself, not by its defaults. */
  public boolean isSaid(Pointer pointer) {
    return places.isSaid(pointer);
  }

  /** Returns what was found; what one value does to many clusters is shown for a few of them. */
  List<Diagnostic> toList() {
    Map<Location, Integer> counts = new LinkedHashMap<>();
    List<Diagnostic> shown = new ArrayList<>();
    for (Diagnostic finding : found) {
      if (counts.merge(finding.location(), 1, Integer::sum) <= SHOWN) {
        shown.add(finding);
      }
    }
    counts.values().removeIf(count -> count <= SHOWN);
    counts.forEach((place, count) -> shown.add(more(place, count - SHOWN)));
    return shown;
  }

  private Diagnostic more(Location place, int count) {
    return new Diagnostic(
        rule.id(),
        rule.severity(),
        place,
        "and " + count + " more like these, about the same place",
        "one value is meant for many clusters: mend it here, or where they differ");
  }
}
