package io.meshwright;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Linter;
import io.meshwright.lint.StandardRules;
import io.meshwright.model.LocalFiles;
import io.meshwright.model.LocalFilesReader;
import io.meshwright.model.Places;
import io.meshwright.model.PlainValues;
import io.meshwright.model.Topology;
import io.meshwright.model.TopologyReader;
import io.meshwright.overlay.SharedSettings;
import io.meshwright.schema.MachineValues;
import io.meshwright.schema.NotRenderedYet;
import io.meshwright.schema.TopologySchema;
import io.meshwright.source.Location;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import io.meshwright.yaml.SourceFile;
import io.meshwright.yaml.TopologyFolder;
import io.meshwright.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a topology file and says what is wrong with it, or else gives the mesh that can be
 * rendered. A wrong topology is no exception but a result with findings. May be used by several
 * threads at once.
 */
public final class TopologyChecker {
  private final Linter linter;

  private TopologyChecker(Linter linter) {
    this.linter = linter;
  }

  /** Returns a checker with all rules. */
  public static TopologyChecker standard() {
    return new TopologyChecker(new Linter(StandardRules.all()));
  }

  /**
   * Checks {@code topology} and every file that it names; findings name it as the path does.
   *
   * @param values a file of what machines know of the clusters, to be put into the topology
   */
  public CheckResult check(Path topology, Optional<Path> values) {
    Map<String, SourceText> sources = new HashMap<>();
    Outcome<SourceTree> tree = read(topology, sources).then(TopologyChecker::shape);
    if (values.isPresent()) {
      tree =
          tree.and(
              read(values.get(), sources).then(TopologyChecker::valuesShape), MachineValues::into);
    }
    Outcome<CheckedMesh> outcome = tree.then(whole -> mean(whole, topology, sources));
    return new CheckResult(
        outcome.value(), topologyFirst(outcome.diagnostics(), topology), Map.copyOf(sources));
  }

  private static Outcome<SourceTree> read(Path file, Map<String, SourceText> sources) {
    return SourceFile.read(file, file.toString())
        .then(
            text -> {
              sources.put(text.file(), text);
              return new YamlReader().read(text);
            });
  }

  /** What is wrong with the topology itself explains what is found in the files that it names. */
  private static List<Diagnostic> topologyFirst(List<Diagnostic> found, Path topology) {
    List<Diagnostic> ordered = new ArrayList<>(found);
    ordered.sort(
        Comparator.comparing(finding -> !finding.location().file().equals(topology.toString())));
    return ordered;
  }

  private static Outcome<SourceTree> shape(SourceTree tree) {
    List<Diagnostic> found = new ArrayList<>(TopologySchema.load().check(tree));
    found.addAll(NotRenderedYet.check(tree));
    return Outcome.of(tree, found);
  }

  private static Outcome<SourceTree> valuesShape(SourceTree tree) {
    return Outcome.of(tree, TopologySchema.ofValues().check(tree));
  }

  private Outcome<CheckedMesh> mean(
      SourceTree tree, Path topology, Map<String, SourceText> sources) {
    Places places = new Places(tree.places());
    Topology read = TopologyReader.read(tree);
    LocalFilesReader reader =
        new LocalFilesReader(TopologyFolder.of(topology), shownFolder(topology), places);
    LocalFiles files = reader.read(read);
    sources.putAll(reader.sources());
    MeshFacts facts = MeshFacts.of(read, files);
    List<Diagnostic> found = new ArrayList<>(reader.findings());
    found.addAll(linter.lint(facts, places));
    found.addAll(SharedSettings.check(tree, facts.istiodVersions()));
    Set<Location> told = new HashSet<>();
    found.forEach(finding -> told.add(finding.location()));
    OverlayStage overlays = OverlayStage.of(facts);
    for (Diagnostic finding : overlays.findings()) {
      // where a rule already says why a key is wrong, that it clashes is no news
      if (!told.contains(finding.location())) {
        found.add(finding);
      }
    }
    found.replaceAll(
        finding ->
            reader.plainValues().contains(finding.location().file())
                ? PlainValues.inItsWords(finding)
                : finding);
    return Outcome.of(new CheckedMesh(facts, places, overlays.merged()), found);
  }

  private static String shownFolder(Path topology) {
    Path parent = topology.getParent();
    return parent == null ? "" : parent + "/";
  }
}
