package io.meshwright.verify;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import java.util.ArrayList;
import java.util.List;

/** Collects what the self-check of one cluster finds. */
final class SelfCheck {
  /** The rule of a secret in a rendered file: the user's mistake, all others are Meshwright's. */
  static final String SECRET = "secret-in-output";

  static final String YAML = "self-check-yaml";
  static final String IDENTITY = "self-check-identity";
  static final String SHAPE = "self-check-shape";
  static final String PENDING = "self-check-pending";
  static final String CLEAR_SECRET = "self-check-clear-secret";
  static final String DUPLICATE = "self-check-duplicate";
  static final String UNEQUAL = "self-check-unequal";
  static final String KUSTOMIZATION = "self-check-kustomization";

  private static final String OURS =
      "this is a mistake of Meshwright, not of the topology: please report it";

  private static final String YOURS =
      "find where the topology or an overlay says it, and name the place where the secret is kept";

  private final String folder;
  private final List<Diagnostic> found = new ArrayList<>();

  SelfCheck(String folder) {
    this.folder = folder;
  }

  void add(String rule, RenderedFile file, String message) {
    add(rule, file.path(), message);
  }

  /** Adds a finding about the file {@code path} of the cluster's folder. */
  void add(String rule, String path, String message) {
    Location place = Location.startOf(folder + "/" + path);
    found.add(Diagnostic.error(rule, place, message, rule.equals(SECRET) ? YOURS : OURS));
  }

  List<Diagnostic> found() {
    return found.stream().sorted().toList();
  }
}
