package io.meshwright.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.source.Location;
import io.meshwright.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyFolderTest {
  private static final Location NAMED = new Location("mesh.yaml", 7, 3, 4);

  private final TopologyFolder folder;

  TopologyFolderTest(@TempDir Path temporary) throws IOException {
    Path mesh = temporary.resolve("mesh");
    Files.createDirectories(mesh.resolve("pki"));
    Files.writeString(mesh.resolve("pki/east.pem"), "inside\n");
    Files.writeString(temporary.resolve("outside.pem"), "outside\n");
    Files.createSymbolicLink(mesh.resolve("out.pem"), temporary.resolve("outside.pem"));
    Files.createSymbolicLink(mesh.resolve("in.pem"), mesh.resolve("pki/east.pem"));
    Files.createSymbolicLink(mesh.resolve("up"), temporary);
    Files.createSymbolicLink(mesh.resolve("loop"), mesh.resolve("loop"));
    Files.createSymbolicLink(mesh.resolve("device"), Path.of("/dev/zero"));
    Files.createSymbolicLink(mesh.resolve("dangling.pem"), temporary.resolve("none.pem"));
    folder = TopologyFolder.of(mesh.resolve("mesh.yaml"));
  }

  private Outcome<SourceText> read(String path) {
    return folder.read(path, path, NAMED);
  }

  private Diagnostic finding(String path) {
    Diagnostic found = read(path).diagnostics().get(0);
    assertEquals(NAMED, found.location());
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"pki/east.pem", "./pki/east.pem", "pki/../pki/east.pem", "in.pem"})
  void readsFilesInside(String path) {
    assertEquals(new SourceText(path, "inside\n"), read(path).value().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd", "../outside.pem", "../../x", "pki/../../outside.pem", "out.pem",
        "up/outside.pem", "device", "..", "/dev/zero", "../none"
      })
  void readsNothingOutside(String path) {
    assertEquals("outside-topology-folder", finding(path).rule());
  }

  @Test
  void suggestsTheNearestFile() {
    Diagnostic found = finding("pki/esat.pem");
    assertEquals("file-not-found", found.rule());
    assertEquals("did you mean \"pki/east.pem\"?", found.help());
  }

  @Test
  void doesNotTellWhatExistsOutside() {
    assertEquals("outside-topology-folder", finding("up/outsidex.pem").rule());
    assertEquals("outside-topology-folder", finding("dangling.pem").rule());
  }

  @Test
  void refusesWhatIsNoFile() {
    assertEquals("not-a-file", finding("pki").rule());
    assertEquals("file-not-found", finding("a\u0000b").rule());
    assertEquals("file-not-found", finding("none/none.pem").rule());
    assertEquals("file-not-found", finding("pki/east.pem/x").rule());
    assertEquals("unreadable-file", finding("loop").rule());
    assertEquals("not-a-file", finding("").rule());
  }
}
