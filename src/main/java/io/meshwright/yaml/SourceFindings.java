package io.meshwright.yaml;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;

/** Findings about a file as a whole. */
final class SourceFindings {
  private SourceFindings() {}

  /** Says that {@code file} is empty, at its start or where another file names it. */
  static Diagnostic empty(Location place, String file) {
    return Diagnostic.error(
        "empty-document",
        place,
        "there is nothing in " + (place.file().equals(file) ? "this file" : file),
        place.file().equals(file)
            ? "a topology, or an overlay, starts with \"apiVersion: \" and \"kind: \"; the README has a"
                + " first topology"
            : "fill it, or name another file");
  }
}
