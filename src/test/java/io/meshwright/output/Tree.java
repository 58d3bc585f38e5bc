package io.meshwright.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder for a test, and shorthand for what is rendered into it. */
final class Tree {
  final Path directory;
  private final List<Path> overwrite = new ArrayList<>();

  Tree(Path directory) {
    this.directory = directory;
  }

  Path file(String path) {
    return directory.resolve("mesh").resolve(path);
  }

  Tree overwriting(String path) {
    overwrite.add(file(path));
    return this;
  }

  /** Writes a file past Meshwright, as a person does. */
  void put(String path, String text) throws IOException {
    Files.createDirectories(file(path).resolve("..").normalize());
    Files.writeString(file(path), text);
  }

  Comparison compare(ClusterFiles... wanted) throws IOException {
    return compare(Scope.WHOLE_MESH, wanted);
  }

  Comparison compare(Scope scope, ClusterFiles... wanted) throws IOException {
    OutputFolder folder = open(new LocalDisk());
    List<ClusterComparison> clusters = new ArrayList<>();
    for (ClusterFiles cluster : wanted) {
      clusters.add(folder.compare(cluster));
    }
    return folder.compared(clusters, scope);
  }

  Comparison render(ClusterFiles... wanted) throws IOException {
    return render(new LocalDisk(), wanted);
  }

  /** Writes what may be written, and returns how the folder differed before. */
  Comparison render(Disk disk, ClusterFiles... wanted) throws IOException {
    Comparison before = compare(wanted);
    OutputFolder folder = open(disk);
    try (MeshWriter writer = folder.writer()) {
      List<ClusterComparison> clusters = new ArrayList<>();
      for (ClusterFiles cluster : wanted) {
        clusters.add(writer.draft(cluster));
      }
      Comparison comparison = folder.compared(clusters, Scope.WHOLE_MESH);
      if (comparison.problems().isEmpty()) {
        writer.commit(comparison);
      }
      assertEquals(before.problems(), comparison.problems(), "a writer and a reader see the same");
      return before;
    }
  }

  OutputFolder open(Disk disk) throws IOException {
    return new OutputFolder(directory, "mesh", overwrite, disk);
  }

  /** Returns every file's text, folders as empty names with a slash; links are not followed. */
  SortedMap<String, String> snapshot() throws IOException {
    SortedMap<String, String> snapshot = new TreeMap<>();
    if (!Files.exists(directory)) {
      return snapshot;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        String name = directory.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          snapshot.put(name, "-> " + Files.readSymbolicLink(path));
        } else if (Files.isDirectory(path)) {
          snapshot.put(name + "/", "");
        } else {
          // a draft may end in the middle of a character
          snapshot.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return snapshot;
  }

  /** Returns a cluster's files: {@code path, text, path, text…}. */
  static ClusterFiles cluster(String name, String... pathsAndTexts) {
    Map<OutputPath, String> files = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(new OutputPath(pathsAndTexts[i]), pathsAndTexts[i + 1]);
    }
    return ClusterFiles.of(name, files);
  }

  /** Returns the same cluster, in which {@code paths} wait for a value. */
  static ClusterFiles waiting(ClusterFiles cluster, String... paths) {
    TreeSet<OutputPath> waiting = new TreeSet<>();
    for (String path : paths) {
      waiting.add(new OutputPath(path));
    }
    return new ClusterFiles(cluster.cluster(), cluster.files(), waiting);
  }

  static List<String> rules(List<Diagnostic> findings) {
    return findings.stream().map(Diagnostic::rule).toList();
  }
}
