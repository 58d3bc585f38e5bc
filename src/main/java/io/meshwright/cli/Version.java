package io.meshwright.cli;

/** The version of this build. */
final class Version {
  private static final String KEY = "version=";

  private Version() {}

  /** Returns it as in {@code 0.1.0}. */
  static String text() {
    for (String line : Resource.text("meshwright.properties").lines().toList()) {
      if (line.startsWith(KEY)) {
        return line.substring(KEY.length());
      }
    }
    throw new IllegalStateException("the installation lacks its version");
  }
}
