package io.meshwright.expand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Programs that behave as istioctl should not, and one that does. */
public final class FakeIstioctl {
  /** Two objects, the definition last. */
  public static final String PRINTED =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: istiod
        namespace: istio-system

      ---
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: gateways.networking.istio.io
      ---
      """;

  private FakeIstioctl() {}

  /** Writes a program that says {@code version} and then does what {@code script} says. */
  public static Path write(Path file, String version, String script) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(
        file,
        "#!/bin/sh\nif [ \"$1\" = version ]; then\n  echo \"client version: "
            + version
            + "\"\n  exit 0\nfi\n"
            + script
            + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Returns a script that prints {@code text}. */
  public static String prints(String text) {
    return "cat <<'THE-END'\n" + text + "THE-END";
  }
}
