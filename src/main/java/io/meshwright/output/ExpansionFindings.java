package io.meshwright.output;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import java.nio.file.Path;

/** The words for what can be wrong with manifests that istioctl made in an earlier run. */
final class ExpansionFindings {
  private static final String STALE = "stale-expansion";
  private static final String AGAIN =
      "render with --expand to make them anew, or with --no-expand to take them away";

  private ExpansionFindings() {}

  static Diagnostic unfinished(Path file) {
    return error(
        STALE,
        file,
        "a run that was stopped left manifests of two expansions at " + name(file),
        AGAIN);
  }

  static Diagnostic otherVersion(Path file, String made, String wanted) {
    return error(
        STALE,
        file,
        "the manifests beside "
            + name(file)
            + " were made by istioctl "
            + made
            + ", and Istio "
            + wanted
            + " is rendered",
        AGAIN);
  }

  static Diagnostic otherFile(Path file, String version) {
    return error(
        STALE,
        file,
        "the manifests beside "
            + name(file)
            + " were made by istioctl "
            + version
            + " of another text than is rendered now",
        AGAIN);
  }

  static Diagnostic missingFile(Path file) {
    return error(
        "missing-file",
        file,
        name(file) + " was made by istioctl and does not exist any more",
        "restore the file from git, or " + AGAIN);
  }

  static Diagnostic editedFile(Path file) {
    return error(
        "edited-file",
        file,
        name(file) + " was edited since istioctl made it",
        "to keep the edit, move it into an overlay, then restore the file from git and render with"
            + " --expand; to give it up, render with --expand --overwrite "
            + OutputFindings.shown(file));
  }

  private static Diagnostic error(String rule, Path file, String message, String help) {
    return Diagnostic.error(rule, Location.startOf(OutputFindings.shown(file)), message, help);
  }

  private static String name(Path file) {
    return OutputFindings.shown(file.getFileName() == null ? file : file.getFileName());
  }
}
