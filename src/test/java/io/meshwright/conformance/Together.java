package io.meshwright.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Several layers as one, where only their objects are looked at. */
final class Together {
  private Together() {}

  /** Returns a folder in {@code parent} whose kustomization holds all layers. */
  static Path in(Path parent, List<Path> layers) throws IOException {
    Path all = Files.createTempDirectory(parent, "layers");
    StringBuilder text =
        new StringBuilder(
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n");
    layers.forEach(layer -> text.append("  - ").append(all.relativize(layer)).append('\n'));
    Files.writeString(all.resolve("kustomization.yaml"), text);
    return all;
  }
}
