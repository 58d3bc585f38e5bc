package io.meshwright.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * Returns the candidate that differs least from {@code name}, ignoring case, if few enough
   * letters differ to call it a slip; of equally near ones the first.
   */
  public static Optional<String> of(String name, Collection<String> candidates) {
    int limit = Math.max(1, name.length() / 3);
    String best = null;
    int least = limit + 1;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - name.length()) > limit) {
        continue;
      }
      int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Returns {@code did you mean "x"? } with a final blank, or nothing when no name is near. */
  public static String suggest(String name, Collection<String> candidates) {
    return of(name, candidates).map(near -> "did you mean \"" + near + "\"? ").orElse("");
  }

  /** Levenshtein's distance, counting a swap of neighbours as one step. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
