package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.output.ClusterComparison;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.Comparison;
import io.meshwright.output.MeshWriter;
import io.meshwright.output.OutputFolder;
import io.meshwright.output.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is committed under output/ is what the examples render; -Dupdate=true renders it anew. */
class ExamplesTest {
  private static final Path OUTPUT = Path.of("output");

  static List<TestMesh> examples() throws IOException {
    return TestMesh.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void outputIsWhatTheExampleRenders(TestMesh example) throws IOException {
    RenderResult result = example.render();
    assertEquals(List.of(), result.diagnostics());
    RenderedMesh mesh = result.mesh().orElseThrow();
    assertEquals(example.toString(), mesh.facts().topology().name(), "the mesh and its folder");
    OutputFolder folder = OutputFolder.open(OUTPUT, mesh.facts().topology().name(), List.of());
    Comparison comparison = compared(folder, mesh, folder::compare);
    if (Boolean.getBoolean("meshwright.update")) {
      try (MeshWriter writer = folder.writer()) {
        writer.commit(compared(folder, mesh, writer::draft));
      }
      comparison = compared(folder, mesh, folder::compare);
    }
    assertEquals(List.of(), comparison.drift(), "./mvnw test -Dtest=ExamplesTest -Dupdate=true");
  }

  private interface Step {
    ClusterComparison compare(ClusterFiles files) throws IOException;
  }

  private static Comparison compared(OutputFolder folder, RenderedMesh mesh, Step step)
      throws IOException {
    List<ClusterComparison> clusters = new ArrayList<>();
    for (ClusterFiles files : mesh.clusters()) {
      clusters.add(step.compare(files));
    }
    return folder.compared(clusters, Scope.WHOLE_MESH);
  }

  @Test
  void outputHoldsNothingElse() throws IOException {
    List<String> examples = examples().stream().map(TestMesh::toString).toList();
    assertTrue(examples.size() >= 3, examples::toString);
    try (Stream<Path> entries = Files.list(OUTPUT)) {
      assertEquals(
          examples, entries.map(entry -> entry.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void everyExampleSaysWhatItIs() throws IOException {
    for (TestMesh example : examples()) {
      assertTrue(Files.isRegularFile(example.folder().resolve("README.md")), example::toString);
    }
  }
}
