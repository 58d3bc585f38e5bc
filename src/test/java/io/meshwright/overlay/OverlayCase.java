package io.meshwright.overlay;

import static org.junit.jupiter.api.Assertions.fail;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.LocalFiles;
import io.meshwright.model.TopologyReader;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.Planner;
import io.meshwright.plan.documents.IstioOperator;
import io.meshwright.plan.documents.StandardDocuments;
import io.meshwright.render.Renderer;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import io.meshwright.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An overlay that says in comments what is found in it. A comment {@code # expect error some-id:
 * its message} stands on the line before; the first line names the release, and the cluster if the
 * overlay is merged into the operator that {@code topology.yaml} gives it. What a topology decides
 * in another way stands beside the case in a file {@code NAME.decided.yaml}.
 *
 * @param file the overlay's file
 * @param lines its lines
 */
record OverlayCase(Path file, List<String> lines) {
  private static final Path FOLDER = Path.of("src/test/resources/overlay");
  private static final String DECIDED = ".decided.yaml";
  private static final Path TOPOLOGY = FOLDER.resolve("topology.yaml");
  private static final String ITS_RELEASE = "1.30.3";
  private static final Pattern RELEASE =
      Pattern.compile("# istio ([^\\s,]+)(, into the operator of (\\S+))?");
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
    return file.toString().endsWith(".yaml")
        && !file.toString().endsWith(DECIDED)
        && !file.equals(TOPOLOGY);
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
    MeshFacts mesh = mesh(release.matches() ? release.group(1) : fail(toString()));
    Optional<String> target = Optional.ofNullable(release.group(3));
    String shown = file.getFileName().toString().startsWith("cluster1") ? "cluster1" : "cluster2";
    ClusterFacts cluster = mesh.cluster(target.orElse(shown)).orElseThrow();
    return OverlayCheck.of(
            read(String.join("\n", lines) + "\n"),
            OverlayScope.of(mesh, cluster),
            target.isPresent() ? Optional.of(operator(mesh, cluster)) : decided())
        .stream()
        .sorted()
        .map(OverlayCase::shown)
        .toList();
  }

  /** Returns the facts of the cases' topology with another release of Istio. */
  static MeshFacts mesh(String release) throws IOException {
    String text = Files.readString(TOPOLOGY).replace(ITS_RELEASE, release);
    SourceTree tree =
        new YamlReader().read(new SourceText(TOPOLOGY.toString(), text)).value().orElseThrow();
    return MeshFacts.of(TopologyReader.read(tree), new LocalFiles(Map.of(), Map.of()));
  }

  private JsonNode operator(MeshFacts mesh, ClusterFacts cluster) {
    for (Manifest manifest : new Planner(StandardDocuments.all()).plan(mesh, cluster).manifests()) {
      if (manifest instanceof IstioOperator operator) {
        return read(new Renderer().render(operator)).root();
      }
    }
    return fail("the operator of " + cluster.cluster().name() + " waits");
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
