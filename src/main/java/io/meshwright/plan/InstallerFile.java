package io.meshwright.plan;

import java.util.Optional;

/**
 * The names of the files that an installer is given, each by itself. That of an istiod is named by
 * its revision, so that it stays as it is when a canary becomes the first one.
 */
public final class InstallerFile {
  /** The file of the gateway in front of a hosted istiod. */
  public static final String CONTROL_PLANE_GATEWAY = "controlplane-gateway.yaml";

  /** The folder of Istio's definitions (CRDs) among the manifests that istioctl makes of a file. */
  public static final String DEFINITIONS = "definitions";

  /** The folder of all other manifests that istioctl makes of a file. */
  public static final String OBJECTS = "objects";

  private static final String SUFFIX = ".yaml";

  private InstallerFile() {}

  /** Returns the file of the istiod of {@code revision}, or of what a remote has instead of one. */
  public static String operator(Optional<String> revision) {
    return "istio-operator" + named(revision) + SUFFIX;
  }

  /** Returns the file of the east-west gateway, or of the one of a canary of that revision. */
  public static String gateway(Optional<String> canary) {
    return "eastwest-gateway" + named(canary) + SUFFIX;
  }

  /** Returns the folder of the manifests that istioctl makes of {@code file}, beside it. */
  public static String expanded(String file) {
    return file.substring(0, file.length() - SUFFIX.length());
  }

  private static String named(Optional<String> revision) {
    return revision.map(name -> "-" + name).orElse("");
  }
}
