package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all control planes share is checked like an overlay, and the same for all of them. */
class SharedSettingsTest {
  private static final String SETTING = "      accessLogFile: /dev/stdout\n";
  private static final OutputPath FILE = new OutputPath("bootstrap/shared-mesh-config.yaml");

  private final TestMesh mesh;
  private final String text;

  SharedSettingsTest(@TempDir Path folder) throws IOException {
    mesh = TestMesh.example("single-network").copiedTo(folder);
    text = mesh.text();
  }

  @Test
  void aSettingThatIstioDoesNotKnowIsRefusedWhereItStands() throws IOException {
    assertEquals(List.of("14:7 ignored-mesh-setting"), found("      accessLogFiel: /dev/stdout\n"));
    assertEquals(List.of("14:22 wrong-type"), found("      accessLogFile: [one]\n"));
    assertEquals(
        List.of("15:9 ignored-mesh-setting"),
        found("      defaultConfig:\n        concurency: 2\n"));
  }

  @Test
  void aFindingNamesThePlaceInTheTopology() throws IOException {
    assertEquals(
        List.of("spec.mesh.config.accessLogFile is a list, and Istio reads a string"),
        mesh.render(changed("      accessLogFile: [one]\n")).diagnostics().stream()
            .map(Diagnostic::message)
            .toList());
  }

  @Test
  void aSettingOfANewerIstioIsRefused() throws IOException {
    String newer = "      defaultConfig:\n        privateKeyProvider: {}\n";
    assertEquals(List.of(), found(newer));
    assertEquals(
        List.of("15:9 unknown-field"),
        places(mesh.render(changed(newer).replace("1.29.6", "1.12.9")), "unknown-field"));
  }

  @Test
  void everyIstiodHasTheSameWhateverTheOrderOfKeys() throws IOException {
    RenderedMesh rendered =
        mesh.rendered(
            changed(
                "      ingressClass: other\n      defaultConfig: {drainDuration: 3s, concurrency: 1}\n"
                    + SETTING));
    for (ClusterFiles cluster : rendered.clusters()) {
      Optional<String> file = Optional.ofNullable(cluster.files().get(FILE));
      assertEquals(
          cluster.cluster().equals("edge")
              ? Optional.empty()
              : Optional.of(
                  """
                  accessLogFile: /dev/stdout
                  defaultConfig:
                    concurrency: 1
                    drainDuration: "3s"
                  ingressClass: other
                  """),
          file.map(text -> Trees.read(text).at("/data/mesh").stringValue()));
    }
  }

  private String changed(String settings) {
    return text.replace(SETTING, settings);
  }

  private List<String> found(String settings) throws IOException {
    return places(mesh.render(changed(settings)), "");
  }

  private static List<String> places(RenderResult result, String rule) {
    return result.diagnostics().stream()
        .filter(finding -> finding.rule().contains(rule))
        .map(
            finding ->
                finding.location().line()
                    + ":"
                    + finding.location().column()
                    + " "
                    + finding.rule())
        .toList();
  }
}
