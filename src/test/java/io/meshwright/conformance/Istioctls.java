package io.meshwright.conformance;

import io.meshwright.Installer;
import io.meshwright.istio.IstioFeature;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The istioctls that a test asked. */
final class Istioctls {
  private final int first;
  private final SortedMap<Integer, String> tried = new TreeMap<>();

  /** A test that asks one of each minor from {@code first} on. */
  Istioctls(int first) {
    this.first = first;
  }

  void tried(Installer installer) {
    tried.merge(
        installer.minor(), installer.version(), (one, other) -> one + ", istioctl " + other);
  }

  /** Returns the minors of those that were asked. */
  List<Integer> minors() {
    return List.copyOf(tried.keySet());
  }

  /** Compares a chapter with what all proved; where some are missing the page cannot say it. */
  void chapter(String title, Supplier<List<String>> lines) throws IOException {
    if (tried.size() == IstioFeature.RENDERED_FORMS.until() - first + 1) {
      String asked =
          tried.values().stream()
              .map(version -> "istioctl " + version)
              .collect(Collectors.joining(", "));
      Page.chapter(title, asked.replace(", istioctl ", ", "), lines.get());
    }
  }
}
