package io.meshwright.diagnostic;

import java.util.Locale;

/** How much a finding matters, worst first. */
public enum Severity {
  /** The output would be wrong: nothing is written. */
  ERROR,
  /** The output works, but probably not as meant. */
  WARNING;

  /** Returns the word that findings are printed with: {@code error} or {@code warning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
