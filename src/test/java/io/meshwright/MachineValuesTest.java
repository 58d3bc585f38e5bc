package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What machines write into a second document is as if it stood in the topology. */
class MachineValuesTest {
  private static final String HEAD =
      """
      apiVersion: meshwright.io/v1
      kind: MeshValues
      metadata:
        name: primary-remote
      spec:
        clusters:
      """;

  private final Path values;
  private final TestMesh mesh;
  private String text = "";

  MachineValuesTest(@TempDir Path folder) throws IOException {
    mesh = TestMesh.example("primary-remote").copiedTo(folder);
    values = folder.resolve("values.yaml");
  }

  @BeforeEach
  void readTopology() throws IOException {
    text = mesh.text();
  }

  @Test
  void aPendingAddressIsFilledIn() throws IOException {
    RenderedMesh meant = mesh.rendered();
    topology(text.replace("[10.20.0.15]", "[pending]"));
    assertTrue(mesh.rendered().gaps().size() > 0);
    RenderResult filled = with("    - {name: cluster1, eastWest: {addresses: [10.20.0.15]}}\n");
    assertEquals(List.of(), filled.mesh().orElseThrow().gaps());
    assertEquals(meant.clusters(), filled.mesh().orElseThrow().clusters());
  }

  @Test
  void whatTheTopologyDoesNotSayIsAdded() throws IOException {
    RenderedMesh meant = mesh.rendered();
    String pem = Files.readString(mesh.folder().resolve("pki/cluster2.pem"));
    topology(text.replaceFirst("(?m)^      apiServer:\n.*\n.*\n", ""));
    RenderResult filled =
        with(
            "    - name: cluster2\n      apiServer:\n        url: https://10.30.0.10:6443\n"
                + "        caBundle: |\n"
                + pem.indent(10));
    assertEquals(meant.clusters(), filled.mesh().orElseThrow().clusters());
  }

  @Test
  void findingsStandWhereTheValueIs() throws IOException {
    topology(text.replace("[10.20.0.15]", "[pending]"));
    assertEquals(
        List.of(values + ":7:47 invalid-value"),
        places(with("    - {name: cluster1, eastWest: {addresses: [10.0.0.999]}}\n")));
    assertEquals(
        List.of(values + ":7:47 unreachable-address"),
        places(with("    - {name: cluster1, eastWest: {addresses: [127.0.0.1]}}\n")));
  }

  @Test
  void aValueThatBothDocumentsGiveIsRefused() throws IOException {
    assertEquals(
        List.of(values + ":7:35 value-given-twice"),
        places(with("    - {name: cluster1, eastWest: {addresses: [10.20.0.15]}}\n")));
    assertEquals(
        List.of(values + ":8:19 value-given-twice"),
        places(with("    - name: cluster2\n      apiServer: {caBundle: x}\n")));
  }

  @Test
  void valuesOfOthersAreRefused() throws IOException {
    assertEquals(
        List.of(values + ":7:13 unknown-cluster", values + ":9:13 duplicate-cluster-name"),
        places(with("    - name: clusterl\n    - name: cluster2\n    - name: cluster2\n")));
    Files.writeString(values, HEAD.replace("primary-remote", "shop") + "    - name: cluster1\n");
    assertEquals(List.of(values + ":4:9 values-of-another-mesh"), places(rendered()));
  }

  @Test
  void itsShapeIsCheckedBesideTheTopologys() throws IOException {
    topology(text.replace("networks:", "netwroks:"));
    Files.writeString(values, HEAD + "    - {name: cluster1, role: remote}\n");
    List<String> found = places(rendered());
    assertTrue(found.contains(values + ":7:24 unknown-field"), found::toString);
    assertTrue(
        found.stream().anyMatch(each -> each.startsWith(mesh.topology() + "")), found::toString);
    Files.writeString(values, "clusters: {}\n");
    topology(text);
    assertEquals(List.of(values + ":1:1 wrong-document"), places(rendered()));
  }

  @Test
  void aBundleWithoutCertificatesIsRefused() throws IOException {
    topology(text.replaceFirst("(?m)^        caFile: pki/cluster2.*\n", ""));
    assertEquals(
        List.of(values + ":7:46 no-certificate-in-file"),
        places(with("    - {name: cluster2, apiServer: {caBundle: nothing}}\n")));
  }

  private void topology(String changed) throws IOException {
    Files.writeString(mesh.topology(), changed);
  }

  private RenderResult with(String clusters) throws IOException {
    Files.writeString(values, HEAD + clusters);
    return rendered();
  }

  private RenderResult rendered() {
    return TestMesh.render(mesh.topology(), Optional.of(values));
  }

  private static List<String> places(RenderResult result) {
    return result.diagnostics().stream()
        .map(found -> found.location() + " " + found.rule())
        .toList();
  }
}
