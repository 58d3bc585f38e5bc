package io.meshwright.yaml;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;

/** Findings about a file as a whole. */
final class SourceFindings {
  private SourceFindings() {}

  static Diagnostic empty(Location place) {
    return Diagnostic.error(
        "empty-document",
        place,
        "there is nothing in this file",
        "start with \"apiVersion: \" and \"kind: \"; the README has a first topology");
  }
}
