package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real istioctl: each of {@code $ISTIOCTL_DIR/VERSION/istioctl}, and the one on the PATH.
 *
 * @param version its version
 * @param tool the program
 */
public record Installer(String version, Tool tool) {
  /** How a machine comes to have one. */
  public static final String HOW_TO_HAVE =
      "put it on the PATH or at $ISTIOCTL_DIR/VERSION/istioctl, from"
          + " https://istio.io/latest/docs/setup/additional-setup/download-istio-release/";

  private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d+\\.\\S+");

  /** Returns those that the machine has. */
  public static List<Installer> found() throws IOException, InterruptedException {
    List<Installer> found = new ArrayList<>();
    Optional<Tool> onPath = Tool.onPath("istioctl");
    if (onPath.isPresent()) {
      String said = onPath.get().run("version", "--remote=false", "--short").out();
      Matcher version = RELEASE.matcher(said);
      if (version.find()) {
        found.add(new Installer(version.group(), onPath.get()));
      }
    }
    Optional<String> directory = Optional.ofNullable(System.getenv("ISTIOCTL_DIR"));
    if (directory.isPresent()) {
      try (Stream<Path> versions = Files.list(Path.of(directory.get()))) {
        for (Path version : versions.toList()) {
          Path file = version.resolve("istioctl");
          if (Files.isExecutable(file)) {
            found.add(new Installer(version.getFileName().toString(), new Tool(file)));
          }
        }
      }
    }
    return found.stream().sorted(Comparator.comparing(Installer::version)).toList();
  }

  /** Returns the second number of its version. */
  public int minor() {
    return Integer.parseInt(version.split("\\.", -1)[1]);
  }

  /** Returns its version as a topology has it. */
  public String quoted() {
    return "version: \"" + version + "\"";
  }

  /**
   * Returns the folder {@code samples/multicluster} of its release: beside it, or beside its folder
   * as in Istio's archive.
   */
  public Optional<Path> multiclusterSamples() throws IOException {
    Path beside = tool.file().toRealPath().resolveSibling("samples");
    Path above = beside.resolveSibling("..").resolve("samples").normalize();
    return Stream.of(beside, above)
        .map(samples -> samples.resolve("multicluster"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** Returns what the installer makes of {@code operator} alone. */
  public Generated generate(Path operator) throws IOException, InterruptedException {
    Tool.Run run = tool.run("manifest", "generate", "-f", operator.toString());
    assertEquals("", run.error());
    assertEquals(0, run.exit());
    return Generated.of(run.out());
  }

  @Override
  public String toString() {
    return version;
  }
}
