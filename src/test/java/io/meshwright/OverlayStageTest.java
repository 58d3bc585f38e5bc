package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.output.OutputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayStageTest {
  private static final OutputPath OPERATOR =
      new OutputPath("control-plane/istio-operator-1-29-6.yaml");

  @Test
  void mergesIntoAClusterThatIstioKnowsByAnotherId(@TempDir Path folder) throws IOException {
    TestMesh mesh = TestMesh.example("single-network").copiedTo(folder);
    RenderResult result =
        mesh.render(mesh.text().replace("- name: edge", "- name: edge\n      id: edge-1"));

    RenderedMesh rendered = result.mesh().orElseThrow();
    String operator =
        Objects.requireNonNull(rendered.clusters().get(0).files().get(OPERATOR), "no operator");
    assertTrue(operator.contains("clusterName: edge-1"), operator);
    assertTrue(operator.contains("cpu: \"50m\""), operator);
  }

  @Test
  void tellsAMistakeInASharedOverlayOnceAndARulesFindingBeforeAClash(@TempDir Path folder)
      throws IOException {
    TestMesh mesh = TestMesh.example("single-network").copiedTo(folder);
    Files.writeString(
        folder.resolve("overlays/all.yaml"),
        """
        apiVersion: install.istio.io/v1alpha1
        kind: IstioOperator
        spec:
          profile: demo
          values:
            istiodRemote:
              injectionPath: /inject/cluster/x
        """);
    assertEquals(
        List.of("overlay-clash", "host-name-needs-injection-url"),
        mesh.render().diagnostics().stream().map(finding -> finding.rule()).toList());
  }
}
