package io.meshwright.overlay;

import static org.junit.jupiter.api.Assertions.fail;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.model.IstioVersion;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import io.meshwright.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An overlay that says in comments what is found in it. A comment {@code # expect error some-id:
 * its message} stands on the line before; the first line names the release. What the topology
 * decides stands beside it in a file {@code NAME.decided.yaml}, where that matters.
 *
 * @param file the overlay's file
 * @param lines its lines
 */
record OverlayCase(Path file, List<String> lines) {
  private static final Path FOLDER = Path.of("src/test/resources/overlay");
  private static final String DECIDED = ".decided.yaml";
  private static final List<String> REGISTRIES = List.of("cluster1", "cluster2");
  private static final Pattern RELEASE = Pattern.compile("# istio (\\S+)");
  private static final Pattern EXPECTATION = Pattern.compile("\\s*# expect (\\S+) (\\S+): (.*)");

  /** Returns every case, in the order of their paths. */
  static List<OverlayCase> all() throws IOException {
    List<OverlayCase> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(OverlayCase::isOverlay).sorted().toList()) {
        all.add(new OverlayCase(file, Files.readAllLines(file)));
      }
    }
    return all;
  }

  private static boolean isOverlay(Path file) {
    return file.toString().endsWith(".yaml") && !file.toString().endsWith(DECIDED);
  }

  /** Returns the id that the case is about. */
  String id() {
    return FOLDER.relativize(file).getName(0).toString();
  }

  /** Returns whether nothing is wrong with the overlay. */
  boolean isGood() {
    return FOLDER.relativize(file).getName(1).toString().startsWith("good");
  }

  /** Returns the overlay with a line, and what is below it, as comments: no other line moves. */
  OverlayCase without(int line) {
    List<String> rest = new ArrayList<>(lines);
    int depth = indentation(rest.get(line - 1));
    for (int i = line - 1; i == line - 1 || isBelow(rest, i, depth); i++) {
      rest.set(i, "");
    }
    int parent = line - 2;
    while (rest.get(parent).isBlank() || indentation(rest.get(parent)) >= depth) {
      parent--;
    }
    OverlayCase left = new OverlayCase(file, rest);
    return left.holdsAnything(parent) ? left : left.without(parent + 1);
  }

  private boolean holdsAnything(int parent) {
    int depth = indentation(lines.get(parent));
    for (int i = parent + 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && !lines.get(i).strip().startsWith("#")) {
        return indentation(lines.get(i)) > depth;
      }
    }
    return false;
  }

  private static boolean isBelow(List<String> lines, int i, int depth) {
    return i < lines.size() && indentation(lines.get(i)) > depth;
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** Returns what is found, as {@code line: severity id: message}. */
  List<String> found() throws IOException {
    Matcher release = RELEASE.matcher(lines.get(0));
    IstioVersion version = IstioVersion.of(release.matches() ? release.group(1) : fail(toString()));
    List<String> registries = new ArrayList<>(version.since(6) ? List.of() : List.of("Kubernetes"));
    registries.addAll(REGISTRIES);
    String cluster = file.getFileName().toString().startsWith("cluster1") ? "cluster1" : "cluster2";
    return OverlayCheck.of(
            read(String.join("\n", lines) + "\n"),
            new OverlayScope(version, cluster, cluster, registries),
            decided())
        .stream()
        .sorted()
        .map(OverlayCase::shown)
        .toList();
  }

  private Optional<JsonNode> decided() throws IOException {
    Path beside = Path.of(file.toString().replace(".yaml", DECIDED));
    return Files.exists(beside)
        ? Optional.of(read(Files.readString(beside)).root())
        : Optional.empty();
  }

  private SourceTree read(String text) {
    return new YamlReader()
        .read(new SourceText(file.getFileName().toString(), text))
        .value()
        .orElseGet(() -> fail(file + " cannot be read"));
  }

  private static String shown(Diagnostic found) {
    return found.location().line()
        + ": "
        + found.severity().word()
        + " "
        + found.rule()
        + ": "
        + found.message();
  }

  /** Returns what the comments say that is found. */
  List<String> expected() {
    List<String> expected = new ArrayList<>();
    Optional<String> open = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = EXPECTATION.matcher(lines.get(i));
      if (matcher.matches()) {
        open = Optional.of(matcher.group(1) + " " + matcher.group(2) + ": " + matcher.group(3));
      } else {
        if (open.isPresent()) {
          expected.add((i + 1) + ": " + open.get());
        }
        open = Optional.empty();
      }
    }
    return expected;
  }

  @Override
  public String toString() {
    return FOLDER.relativize(file).toString();
  }
}
