package io.meshwright.conformance;

import com.marcnuri.helm.Helm;
import io.meshwright.Generated;
import io.meshwright.plan.ChartRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Istio's charts of one version, and the real Helm that renders them.
 *
 * @param folder holds a folder for each chart, called like the chart
 */
record Charts(Path folder) {
  private static final String VARIABLE = "ISTIO_CHARTS_DIR";
  private static final String SCHEMA = "values.schema.json";

  /** How a machine comes to have them. */
  static final String HOW_TO_HAVE =
      "put base, istiod, cni, ztunnel and gateway into $"
          + VARIABLE
          + "/VERSION, as helm pull --untar --version VERSION unpacks them from"
          + " https://istio-release.storage.googleapis.com/charts";

  /** Returns what is missing, a sentence each. */
  static List<String> missing() {
    return home().isEmpty() ? List.of("no charts: " + HOW_TO_HAVE) : List.of();
  }

  /** Returns those of a version, where the machine has them. */
  static Optional<Charts> of(String version) {
    return home()
        .map(home -> new Charts(home.resolve(version)))
        .filter(charts -> Files.isDirectory(charts.folder.resolve("istiod")));
  }

  private static Optional<Path> home() {
    return Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of).filter(Files::isDirectory);
  }

  /** Returns copies of them in {@code target} whose schemas nobody can hold against any values. */
  Charts withoutSchemas(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(folder.relativize(file).toString());
        if (!file.endsWith(SCHEMA)) {
          Files.createDirectories(copy.resolveSibling("."));
          Files.copy(file, copy);
        }
      }
    }
    return new Charts(target);
  }

  /** Returns what Helm makes of a release with the values of that file. */
  Generated rendered(ChartRelease release, Path values) {
    return Generated.of(
        new Helm(folder.resolve(release.chart()))
            .template()
            .withName(release.name())
            .withNamespace(release.namespace())
            .withValuesFile(values)
            .call());
  }
}
