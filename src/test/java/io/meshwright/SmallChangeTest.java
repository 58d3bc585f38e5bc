package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small change of the topology is a small diff, in the clusters that it concerns. */
class SmallChangeTest {
  private static final String OPERATOR = "control-plane/istio-operator.yaml";

  private final Path folder;

  SmallChangeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "multi-primary, eu1",
    "primary-remote, cluster1",
    "primary-remote, cluster2",
    "single-network, edge",
    "single-network, north",
    "single-network, south"
  })
  void anOldNameIsGoneEverywhere(String example, String name) throws IOException {
    TestMesh mesh = TestMesh.example(example).copiedTo(folder.resolve("mesh"));
    Pattern whole = Pattern.compile("\\b" + name + "\\b");
    assertTrue(whole.matcher(TestMesh.files(mesh.rendered()).toString()).find());
    for (Path file : filesOf(mesh)) {
      Path renamed = Path.of(whole.matcher(file.toString()).replaceAll("renamed"));
      Files.move(file, renamed);
    }
    String topology = whole.matcher(mesh.text()).replaceAll("renamed");
    SortedMap<String, String> after = TestMesh.files(mesh.rendered(topology));
    assertTrue(after.toString().contains("renamed"));
    after.forEach(
        (path, text) -> assertFalse(whole.matcher(path + " " + text).find(), path + "\n" + text));
  }

  private static List<Path> filesOf(TestMesh mesh) throws IOException {
    try (Stream<Path> files = Files.walk(mesh.folder())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aThirdPrimaryChangesOnlyThePeersOfTheOthers() throws IOException {
    assertEquals(
        Set.of(
            "eu1/peers/istio-remote-secret-extra.yaml",
            "eu1/peers/kustomization.yaml",
            "us1/peers/istio-remote-secret-extra.yaml",
            "us1/peers/kustomization.yaml"),
        changedBy(
            "multi-primary", "  certificates:\n", extra("network: eu") + "  certificates:\n"));
  }

  @Test
  void anotherRemoteChangesOnlyThePeersOfItsPrimary() throws IOException {
    String remote = extra("role: remote\n      controlPlanes: [cluster1]\n      network: network2");
    assertEquals(
        Set.of(
            "cluster1/peers/istio-remote-secret-extra.yaml", "cluster1/peers/kustomization.yaml"),
        changedBy("primary-remote", "  secrets:\n", remote + "  secrets:\n"));
  }

  /** Its primary then serves remotes, which the others need not know. */
  @Test
  void theFirstRemoteChangesItsPrimaryAndPeers() throws IOException {
    TestMesh mesh = TestMesh.example("multi-primary").copiedTo(folder.resolve("mesh"));
    String addressed =
        mesh.text()
            .replace(
                "      network: eu\n", "      network: eu\n      istiod: {host: i.example.com}\n");
    Files.writeString(mesh.topology(), addressed);
    String remote = extra("role: remote\n      controlPlanes: [eu1]\n      network: us");
    assertEquals(
        Set.of(
            "eu1/control-plane/eastwest-gateway.yaml",
            "eu1/" + OPERATOR,
            "eu1/mesh/istiod-gateway.yaml",
            "eu1/mesh/istiod-route.yaml",
            "eu1/mesh/kustomization.yaml",
            "eu1/peers/istio-remote-secret-extra.yaml",
            "eu1/peers/kustomization.yaml",
            "us1/peers/istio-remote-secret-extra.yaml",
            "us1/peers/kustomization.yaml"),
        changed(mesh, addressed.replace("  certificates:\n", remote + "  certificates:\n")));
  }

  @Test
  void anAnnotationOfAServiceChangesOneFile() throws IOException {
    assertEquals(
        Set.of("eu1/control-plane/eastwest-gateway.yaml"),
        changedBy(
            "multi-primary",
            "      network: eu\n",
            "      network: eu\n      eastWest: {service: {annotations: {example.com/a: b}}}\n"));
  }

  @Test
  void anUpgradeChangesOnlyTheInputOfTheInstaller() throws IOException {
    assertEquals(
        Set.of("cluster1/" + OPERATOR, "cluster2/" + OPERATOR),
        changedBy("primary-remote", "1.27.9", "1.28.10"));
  }

  @Test
  void anotherAuthorityChangesOnlyTheSecretsThatPointThere() throws IOException {
    TestMesh mesh = TestMesh.example("single-network").copiedTo(folder.resolve("mesh"));
    SortedMap<String, String> before = TestMesh.files(mesh.rendered());
    Path pki = mesh.folder().resolve("pki");
    Files.writeString(pki.resolve("edge.pem"), Files.readString(pki.resolve("south.pem")));
    assertEquals(
        Set.of(
            "north/peers/istio-remote-secret-edge.yaml",
            "south/peers/istio-remote-secret-edge.yaml"),
        differences(before, TestMesh.files(mesh.rendered())));
  }

  @Test
  void aCommentChangesNothing() throws IOException {
    assertEquals(
        Set.of(), changedBy("single-network", "  clusters:\n", "  # new\n\n  clusters: # here\n"));
  }

  /** Returns a further cluster of the topology. */
  private static String extra(String fields) {
    return "    - name: extra\n      "
        + fields
        + "\n      apiServer: {url: \"https://extra.example.com\", caFile: extra.pem}\n";
  }

  private Set<String> changedBy(String example, String old, String by) throws IOException {
    TestMesh mesh = TestMesh.example(example).copiedTo(folder.resolve("mesh"));
    return changed(mesh, mesh.text().replace(old, by));
  }

  /** Returns the files of the clusters of before that {@code topology} makes others. */
  private Set<String> changed(TestMesh mesh, String topology) throws IOException {
    SortedMap<String, String> before = TestMesh.files(mesh.rendered());
    assertNotEquals(mesh.text(), topology);
    Files.copy(
        TestMesh.EXAMPLES.resolve("multi-primary/pki/us1.pem"), mesh.folder().resolve("extra.pem"));
    SortedMap<String, String> after = TestMesh.files(mesh.rendered(topology));
    after.keySet().removeIf(path -> path.startsWith("extra/"));
    return differences(before, after);
  }

  private static Set<String> differences(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    Set<String> changed = new TreeSet<>();
    Stream.of(before, after)
        .flatMap(files -> files.keySet().stream())
        .filter(path -> !before.getOrDefault(path, "").equals(after.get(path)))
        .forEach(changed::add);
    return changed;
  }
}
