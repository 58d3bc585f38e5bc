package io.meshwright.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.LocalFiles;
import io.meshwright.model.LocalFilesReader;
import io.meshwright.model.OverlayReference;
import io.meshwright.model.Places;
import io.meshwright.model.RootCertificate;
import io.meshwright.model.Topology;
import io.meshwright.model.TopologyReader;
import io.meshwright.schema.TopologySchema;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import io.meshwright.yaml.TopologyFolder;
import io.meshwright.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A topology, with its overlays, that says in comments what the rules find in it. A comment {@code
 * # expect error some-rule: its message} stands on the line before.
 *
 * @param topology the topology's file
 */
record LintCase(Path topology) {
  static final Path FOLDER = Path.of("src/test/resources/lint");
  private static final TopologySchema SCHEMA = TopologySchema.load();
  private static final Pattern EXPECTATION = Pattern.compile("\\s*# expect (\\S+) (\\S+): (.*)");

  /** Returns every case of every rule, in the order of their paths. */
  static List<LintCase> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(LintCase::isTopology).sorted().map(LintCase::new).toList();
    }
  }

  private static boolean isTopology(Path file) {
    int depth = FOLDER.relativize(file).getNameCount();
    return depth == 2 ? file.toString().endsWith(".yaml") : file.endsWith("topology.yaml");
  }

  /** Returns the rule that the case is about. */
  String rule() {
    return FOLDER.relativize(topology).getName(0).toString();
  }

  /** Returns whether the case is one that no rule has anything against. */
  boolean isGood() {
    return FOLDER.relativize(topology).getName(1).toString().startsWith("good");
  }

  /** Returns what all rules find, as {@code file:line: severity rule: message}. */
  List<String> found() throws IOException {
    SourceTree tree = read(topology);
    assertEquals(List.of(), SCHEMA.check(tree), () -> topology + " never reaches a rule");
    Topology read = TopologyReader.read(tree);
    Places places = new Places(tree.places());
    MeshFacts mesh =
        MeshFacts.of(read, new LocalFiles(Map.of(), overlays(read), roots(read, places)));
    return new Linter(StandardRules.all())
        .lint(mesh, places).stream().map(LintCase::shown).sorted().toList();
  }

  /** Returns what the comments say that the rules find. */
  List<String> expected() throws IOException {
    List<String> expected = new ArrayList<>();
    for (Path file : files()) {
      List<String> lines = Files.readAllLines(file);
      List<String> open = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        Matcher matcher = EXPECTATION.matcher(lines.get(i));
        if (matcher.matches()) {
          open.add(matcher.group(1) + " " + matcher.group(2) + ": " + matcher.group(3));
          continue;
        }
        String place = file.getFileName() + ":" + (i + 1) + ": ";
        open.forEach(finding -> expected.add(place + finding));
        open.clear();
      }
    }
    return expected.stream().sorted().toList();
  }

  @Override
  public String toString() {
    return FOLDER.relativize(topology).toString();
  }

  private List<Path> files() throws IOException {
    if (!topology.endsWith("topology.yaml")) {
      return List.of(topology);
    }
    try (Stream<Path> files = Files.list(Path.of(topology.toString()).resolveSibling("."))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private Map<String, List<SourceTree>> overlays(Topology read) throws IOException {
    Map<String, List<SourceTree>> overlays = new HashMap<>();
    for (Cluster cluster : read.clusters()) {
      List<SourceTree> trees = new ArrayList<>();
      for (OverlayReference overlay : cluster.overlays()) {
        trees.add(read(topology.resolveSibling(overlay.path())));
      }
      overlays.put(cluster.name(), trees);
    }
    return overlays;
  }

  private List<RootCertificate> roots(Topology read, Places places) {
    return new LocalFilesReader(TopologyFolder.of(topology), "", places).read(read).roots();
  }

  private static SourceTree read(Path file) throws IOException {
    SourceText text = new SourceText(file.getFileName().toString(), Files.readString(file));
    Outcome<SourceTree> read = new YamlReader().read(text);
    return read.value().orElseGet(() -> fail(file + " cannot be read: " + read.diagnostics()));
  }

  private static String shown(Diagnostic found) {
    return found.location().file()
        + ":"
        + found.location().line()
        + ": "
        + found.severity().word()
        + " "
        + found.rule()
        + ": "
        + found.message();
  }
}
