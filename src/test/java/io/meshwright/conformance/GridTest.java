package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.RenderResult;
import io.meshwright.TestMesh;
import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Severity;
import io.meshwright.istio.IstioReleases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's table has a place for every mesh that is rendered, and says which are refused. */
class GridTest {
  @Test
  void everyModelIsRenderedOrRefusedAsThePageSays(@TempDir Path folder) throws IOException {
    TestMesh mesh = new TestMesh(folder);
    Files.copy(TestMesh.EXAMPLES.resolve("multi-primary/pki/eu1.pem"), folder.resolve("ca.pem"));
    Grid page = Grid.read();
    Grid grid = Grid.empty();
    for (int minor : Grid.empty().minors()) {
      String version = "1." + minor + "." + IstioReleases.last(minor).orElse(0);
      for (MeshModel model : MeshModel.values()) {
        Grid.Cell cell = new Grid.Cell(minor, model);
        RenderResult result = mesh.render(model.topology(version));
        String refused = rules(result);
        grid.put(cell, refused.isEmpty() ? letters(page.at(cell)) : refused);
        result
            .mesh()
            .ifPresent(
                made -> assertEquals(cell, Grid.Cell.of(made.facts().topology()).orElseThrow()));
      }
    }
    if (Page.updates()) {
      grid.write();
    } else {
      assertEquals(grid.text(), page.text(), Page.HOW_TO_UPDATE);
    }
  }

  private static String letters(String cell) {
    return cell.startsWith("refused") ? "" : cell;
  }

  private static String rules(RenderResult result) {
    List<String> rules =
        result.diagnostics().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(Diagnostic::rule)
            .distinct()
            .toList();
    return rules.isEmpty() ? "" : rules.stream().collect(Collectors.joining(", ", "refused: ", ""));
  }
}
