package io.meshwright.report;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** Counts, in words. */
public final class Tally {
  private Tally() {}

  /** Returns {@code 1 file}, {@code 2 files}; the plural is the word with an s. */
  public static String of(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  /** Returns {@code 2 errors, 1 warning}, without what there is none of. */
  public static String of(List<Diagnostic> findings) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = 0;
      for (Diagnostic finding : findings) {
        count += finding.severity() == severity ? 1 : 0;
      }
      if (count > 0) {
        parts.add(of(count, severity.word()));
      }
    }
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  /** Returns whether one of {@code findings} is an error. */
  public static boolean hasError(List<Diagnostic> findings) {
    for (Diagnostic finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }
}
