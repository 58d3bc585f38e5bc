package io.meshwright.graph;

/** Where ApprovalTests keeps this package's approved texts. */
public final class PackageSettings {
  /** Beside the other test resources. */
  public static final String ApprovalBaseDirectory = "../resources";

  private PackageSettings() {}
}
