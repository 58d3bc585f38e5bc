package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.output.Comparison;
import io.meshwright.output.OutputFolder;
import io.meshwright.output.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Comparison comparison = folder.compare(mesh.clusters(), Scope.WHOLE_MESH);
    if (Boolean.getBoolean("meshwright.update")) {
      assertEquals(List.of(), comparison.problems());
      folder.apply(comparison);
      comparison = folder.compare(mesh.clusters(), Scope.WHOLE_MESH);
    }
    assertEquals(List.of(), comparison.drift(), "./mvnw test -Dtest=ExamplesTest -Dupdate=true");
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
