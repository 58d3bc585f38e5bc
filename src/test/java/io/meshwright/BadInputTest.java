package io.meshwright;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is no topology at all, or names what no topology may: one finding, in its place. */
class BadInputTest {
  private static final String NEXT = "\n    - name: us1\n";

  private final Path folder;
  private final List<Path> links = new ArrayList<>();
  private TestMesh mesh;
  private String good;

  BadInputTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void copy() throws IOException {
    mesh = TestMesh.example("multi-primary").copiedTo(folder.resolve("mesh"));
    good = mesh.text();
  }

  @Test
  void aMissingFile() {
    one(TestMesh.render(folder.resolve("none.yaml"), Optional.empty()), "file-not-found", 1);
  }

  @Test
  void aFolder() {
    one(TestMesh.render(mesh.folder(), Optional.empty()), "not-a-file", 1);
  }

  @Test
  void anEmptyFile() throws IOException {
    for (String empty : List.of("", "\n\n", "   ", "\ufeff", "# nothing\n")) {
      one(mesh.render(empty), "empty-document", 1);
    }
  }

  @Test
  void aBinaryFile() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    one(bytes(noise), "not-utf-8", 1);
    one(bytes("a\0b".getBytes(UTF_8)), "not-utf-8", 1);
  }

  @Test
  void anotherEncoding() throws IOException {
    one(bytes(good.getBytes(UTF_16)), "not-utf-8", 1);
    one(bytes(good.getBytes(UTF_16LE)), "not-utf-8", 1);
    one(bytes(new byte[] {'a', ':', ' ', (byte) 0xe4}), "not-utf-8", 1);
  }

  @Test
  void aDeviceOrAPipe() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "this system has no /dev/zero");
    one(TestMesh.render(Path.of("/dev/zero"), Optional.empty()), "not-a-file", 1);
    Path pipe = pipe(folder.resolve("pipe.yaml"));
    one(TestMesh.render(pipe, Optional.empty()), "not-a-file", 1);
  }

  @Test
  void indentationByTabs() throws IOException {
    one(
        mesh.render(good.replace("  istio:\n    version", "  istio:\n\tversion")),
        "yaml-syntax",
        8);
  }

  @Test
  void aHugeScalar() throws IOException {
    String huge = "x".repeat(10_000_000);
    one(mesh.render(good.replace("name: multi-primary", "name: " + huge)), "too-large", 5);
    String lines = "\n      " + "x y ".repeat(20) + "z";
    String folded = "\"" + lines.repeat(120_000) + "\"";
    one(mesh.render(good.replace("name: multi-primary", "name: " + folded)), "too-large", 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void deepNesting(String step) throws IOException {
    String deep = "  mesh:\n    config: \n      " + step.repeat(100_000);
    List<Diagnostic> found =
        mesh.render(good.replace("  istio:\n", deep + "\n  istio:\n")).diagnostics();
    assertEquals(1, found.size(), found::toString);
  }

  @Test
  void deepNestingIsNamed() throws IOException {
    String deep = "  mesh:\n    config: " + "[".repeat(1000) + "]".repeat(1000) + "\n";
    one(mesh.render(good.replace("  networks:\n", deep + "  networks:\n")), "too-deep", 10);
  }

  @Test
  void aBillionLaughs() throws IOException {
    StringBuilder bomb = new StringBuilder("  lol0: &lol0 [lol, lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("  lol%d: &lol%d [%s]\n".formatted(i, i, ("*lol" + (i - 1) + ", ").repeat(9)));
    }
    RenderResult result = mesh.render(good.replace("  networks:\n", bomb + "  networks:\n"));
    assertTrue(result.mesh().isEmpty());
    for (Diagnostic finding : result.diagnostics()) {
      assertTrue(List.of("yaml-alias", "yaml-anchor").contains(finding.rule()), finding::toString);
    }
  }

  @Test
  void aSecondDocument() throws IOException {
    int line = (int) good.lines().count() + 1;
    one(mesh.render(good + "---\nkind: Secret\n"), "second-document", line);
  }

  /** What a topology names is shown to whoever opens a pull request. */
  static Map<String, String> foreignPaths() {
    Map<String, String> paths = new TreeMap<>();
    paths.put("/etc/passwd", "outside-topology-folder");
    paths.put("../../../../../../../../../../../etc/passwd", "outside-topology-folder");
    paths.put("../outside.pem", "outside-topology-folder");
    paths.put("pki/../../outside.pem", "outside-topology-folder");
    paths.put("link-to-file", "outside-topology-folder");
    paths.put("link-to-folder/outside.pem", "outside-topology-folder");
    paths.put("link-to-nothing-outside", "outside-topology-folder");
    paths.put("link-to-itself", "unreadable-file");
    paths.put("/dev/zero", "outside-topology-folder");
    paths.put("link-to-device", "outside-topology-folder");
    paths.put("pipe", "not-a-file");
    paths.put("pki", "not-a-file");
    paths.put(".", "not-a-file");
    paths.put("pki/none.pem", "file-not-found");
    paths.put("pki/eu1.pem/x", "file-not-found");
    paths.put("a\\u0000b", "file-not-found");
    return paths;
  }

  @ParameterizedTest
  @MethodSource("foreignPathNames")
  void aFileThatNoTopologyMayName(String path) throws IOException, InterruptedException {
    String secret = "# " + "outside".repeat(9) + "\n";
    Files.writeString(folder.resolve("outside.pem"), secret);
    make(path);
    String rule = foreignPaths().getOrDefault(path, "");
    String quoted = "\"" + path + "\"";
    one(mesh.render(good.replace("caFile: pki/eu1.pem", "caFile: " + quoted)), rule, 22);
    one(mesh.render(good.replace(NEXT, "\n      overlays: [" + quoted + "]" + NEXT)), rule, 23);
  }

  static List<String> foreignPathNames() {
    return List.copyOf(foreignPaths().keySet());
  }

  @Test
  void anOverlayThatIsNoIstioOperator() throws IOException {
    Files.writeString(mesh.folder().resolve("own.yaml"), "kind: Deployment\n");
    RenderResult result = mesh.render(good.replace(NEXT, "\n      overlays: [own.yaml]" + NEXT));
    assertTrue(result.mesh().isEmpty());
    assertEquals(
        List.of("overlay-not-an-istio-operator"),
        result.diagnostics().stream().map(Diagnostic::rule).distinct().toList());
  }

  private RenderResult bytes(byte[] bytes) throws IOException {
    Files.write(mesh.topology(), bytes);
    return mesh.render();
  }

  /** Makes the special file that {@code path} leads to. */
  private void make(String path) throws IOException, InterruptedException {
    switch (path) {
      case "link-to-file" -> link(path, folder.resolve("outside.pem"));
      case "link-to-folder/outside.pem" -> link("link-to-folder", folder);
      case "link-to-nothing-outside" -> link(path, folder.resolve("none"));
      case "link-to-itself" -> link(path, mesh.folder().resolve(path));
      case "link-to-device" -> link(path, Path.of("/dev/zero"));
      case "pipe" -> pipe(mesh.folder().resolve(path));
      default -> {
        // an ordinary path
      }
    }
  }

  private void link(String name, Path target) throws IOException {
    links.add(Files.createSymbolicLink(mesh.folder().resolve(name), target));
  }

  @AfterEach
  void removeLinks() throws IOException {
    for (Path link : links) {
      Files.delete(link);
    }
  }

  private static Path pipe(Path path) throws IOException, InterruptedException {
    Optional<Tool> mkfifo = Tool.onPath("mkfifo");
    assumeTrue(mkfifo.isPresent(), "mkfifo is not on the PATH; it comes with coreutils");
    assertEquals(0, mkfifo.orElseThrow().run(path.toString()).exit());
    return path;
  }

  private void one(RenderResult result, String rule, int line) {
    assertTrue(result.mesh().isEmpty());
    List<Diagnostic> found = result.diagnostics();
    assertEquals(1, found.size(), found::toString);
    assertEquals(rule, found.get(0).rule(), found::toString);
    assertEquals(line, found.get(0).location().line(), found::toString);
    assertFalse(found.get(0).help().isBlank(), found::toString);
    assertTrue(found.get(0).message().length() < 300, found::toString);
    String said = found + found.get(0).help();
    assertFalse(said.contains("Exception") || said.contains("root:"), said);
    assertFalse(said.contains("outside".repeat(9)), said);
  }
}
