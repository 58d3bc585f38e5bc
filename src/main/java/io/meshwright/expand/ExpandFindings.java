package io.meshwright.expand;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Severity;
import io.meshwright.istio.IstioVersion;
import io.meshwright.source.Location;
import java.nio.file.Path;

/**
 * The words for what can go wrong with istioctl.
 *
 * @param version the version that is rendered
 * @param place the place that the findings are about
 */
record ExpandFindings(IstioVersion version, Location place) {
  private static final String NOT_FOUND = "istioctl-not-found";
  private static final String OTHER = "other-istioctl";
  private static final String FAILED = "istioctl-failed";
  private static final String UNUSABLE = "unusable-expansion";

  Diagnostic notOnPath() {
    return error(
        NOT_FOUND,
        "istioctl " + version + " is needed, and there is no istioctl on the PATH",
        wayOut());
  }

  Diagnostic notThere(Path program) {
    return error(
        NOT_FOUND,
        "istioctl " + version + " is needed, and there is no file " + shown(program),
        wayOut());
  }

  Diagnostic ofStranger(Path program, Path folder) {
    return error(
        "istioctl-of-a-stranger",
        shown(program)
            + " lies in "
            + shown(folder)
            + ", which others may write into by a pull request: it is not run",
        "put istioctl outside of the folders of the topology and of the output");
  }

  Diagnostic noVersion(Path program, String instead) {
    return error(
        OTHER,
        "istioctl " + version + " is needed, and \"" + shown(program) + " version\" " + instead,
        wayOut());
  }

  Diagnostic otherVersion(Path program, String found) {
    return error(
        OTHER,
        "istioctl " + version + " is needed, and " + shown(program) + " is of " + shown(found),
        wayOut());
  }

  Diagnostic failed(Path program, String how) {
    return error(
        FAILED,
        shown(program) + " " + how,
        "run it by hand: istioctl manifest generate -f on a copy of the file; no file was changed");
  }

  Diagnostic warned(Path program, String complaint) {
    return new Diagnostic(
        "istioctl-warned",
        Severity.WARNING,
        place,
        shown(program) + " says: " + complaint,
        "what it printed is written nevertheless; see whether an overlay asks for it");
  }

  Diagnostic unusable(String what) {
    return error(
        UNUSABLE,
        "istioctl " + version + " " + what,
        "run istioctl manifest generate -f on a copy of the file to see it; is this Istio's own"
            + " istioctl?");
  }

  Diagnostic doubled(String objects, String one, String other) {
    return error(
        "doubled-object",
        objects + " would stand beside " + one + " and beside " + other,
        "where a cluster has two istiods use spec.istio.install: helm, with which both share one"
            + " release of what they share; else take it out of an overlay");
  }

  Diagnostic secret(String object) {
    return error(
        "secret-in-output",
        object + " that istioctl made would hold a secret in clear",
        "find the overlay that says it, and name the place where the secret is kept");
  }

  /** Returns how a run ended that did not end well. */
  static String ending(ProgramRun run, String complaint) {
    String how = run.stopped().orElseGet(() -> "ends with exit code " + run.exit());
    return complaint.isEmpty() ? how : how + ": " + complaint;
  }

  private String wayOut() {
    return "install istioctl "
        + version
        + ", or name it with --istioctl: the program, or a folder that holds "
        + version
        + "/istioctl";
  }

  private Diagnostic error(String rule, String message, String help) {
    return Diagnostic.error(rule, place, message, help);
  }

  private static String shown(Object name) {
    return String.valueOf(name);
  }
}
