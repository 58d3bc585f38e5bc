package io.meshwright.output;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The hidden file beside its target that a text is written to before it takes the target's place.
 * Its name tells the next run that it may be deleted, and is unique, so that two runs at once never
 * put each other's half-written draft into place.
 */
final class Draft {
  private static final Pattern NAME =
      Pattern.compile("\\..{1,255}\\.[0-9a-z]{1,16}\\.meshwright-draft");

  private final String suffix;

  private Draft(String suffix) {
    this.suffix = suffix;
  }

  /** Returns the names of one run. */
  static Draft ofThisRun() {
    long unique = System.nanoTime() ^ (ProcessHandle.current().pid() << 40);
    return new Draft("." + Long.toUnsignedString(unique, 36) + ".meshwright-draft");
  }

  /** Returns where {@code target} is drafted. */
  Path beside(Path target) {
    return target.resolveSibling("." + target.getFileName() + suffix);
  }

  /** Returns whether a path's last part is a draft's name. */
  static boolean isDraft(String path) {
    return NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
  }
}
