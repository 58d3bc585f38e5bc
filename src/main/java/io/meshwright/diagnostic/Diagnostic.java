package io.meshwright.diagnostic;

import io.meshwright.source.Location;
import java.util.Comparator;

/**
 * One finding, ready to be shown.
 *
 * @param rule the id of the rule that found it, such as {@code unknown-network}
 * @param severity how much it matters
 * @param location the place to look at
 * @param message what is wrong, in one sentence without a full stop
 * @param help what to do about it; empty when the message says it all
 */
public record Diagnostic(
    String rule, Severity severity, Location location, String message, String help)
    implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing((Diagnostic d) -> d.location().file())
          .thenComparingInt(d -> d.location().line())
          .thenComparingInt(d -> d.location().column())
          .thenComparing(Diagnostic::rule)
          .thenComparing(Diagnostic::message);

  /** Returns an error. */
  public static Diagnostic error(String rule, Location location, String message, String help) {
    return new Diagnostic(rule, Severity.ERROR, location, message, help);
  }

  @Override
  public int compareTo(Diagnostic other) {
    return BY_PLACE.compare(this, other);
  }

  /** Returns the finding as compilers print it: {@code file:line:column: error: message [rule]}. */
  @Override
  public String toString() {
    return location + ": " + severity.word() + ": " + message + " [" + rule + "]";
  }
}
