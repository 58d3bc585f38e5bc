package io.meshwright.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshwright.diagnostic.Outcome;
import io.meshwright.source.SourceText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
  private final Path folder;

  SourceFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String read(byte[] bytes) throws IOException {
    Path file = folder.resolve("mesh.yaml");
    Files.write(file, bytes);
    return shown(SourceFile.read(file, "mesh.yaml"));
  }

  private static String shown(Outcome<SourceText> outcome) {
    return outcome.value().map(SourceText::text).orElseGet(() -> outcome.diagnostics().toString());
  }

  private static byte[] encoded(String text, Charset charset) {
    return text.getBytes(charset);
  }

  @Test
  void readsTextAndDropsTheByteOrderMark() throws IOException {
    assertEquals("a: \u751f\n", read(encoded("\ufeffa: \u751f\n", StandardCharsets.UTF_8)));
    assertEquals("a: \u751f\n", read(encoded("a: \u751f\n", StandardCharsets.UTF_8)));
  }

  @Test
  void namesOtherEncodings() throws IOException {
    String utf16 = "[mesh.yaml:1:1: error: mesh.yaml is in UTF-16, not in UTF-8 [not-utf-8]]";
    assertEquals(utf16, read(encoded("a: b\n", StandardCharsets.UTF_16)));
    assertEquals(utf16, read(encoded("a: bc\n", StandardCharsets.UTF_16LE)));
    assertEquals(utf16, read(encoded("a: bc\n", StandardCharsets.UTF_16BE)));
    assertEquals(
        "[mesh.yaml:1:1: error: mesh.yaml is not in UTF-8 [not-utf-8]]",
        read(encoded("a: \u00e4\n", StandardCharsets.ISO_8859_1)));
    assertEquals(
        "[mesh.yaml:1:1: error: mesh.yaml is a binary file, not a text [not-utf-8]]",
        read(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0}));
  }

  @Test
  void refusesEmptyAndLargeFiles() throws IOException {
    String empty = "[mesh.yaml:1:1: error: there is nothing in this file [empty-document]]";
    assertEquals(empty, read(new byte[0]));
    assertEquals(empty, read(encoded("\ufeff \n", StandardCharsets.UTF_8)));
    assertEquals(
        "[mesh.yaml:1:1: error: the file is larger than 16 MiB [too-large]]",
        read(new byte[SourceLimits.FILE + 1]));
  }

  @Test
  void refusesWhatIsNoFile() {
    assertEquals(
        "[x:1:1: error: there is no file x [file-not-found]]",
        shown(SourceFile.read(folder.resolve("none"), "x")));
    assertEquals(
        "[x:1:1: error: x is a folder, not a file [not-a-file]]",
        shown(SourceFile.read(folder, "x")));
  }

  @Test
  void opensNoDevice() {
    Path device = Path.of("/dev/zero");
    assumeTrue(Files.exists(device), "no devices here");
    assertEquals(
        "[x:1:1: error: x is a device or a pipe, not a file [not-a-file]]",
        shown(SourceFile.read(device, "x")));
  }
}
