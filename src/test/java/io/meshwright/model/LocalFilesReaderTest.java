package io.meshwright.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesReaderTest {
  /** One DER sequence of 200 zero bytes: the form of a certificate, which is all that is read. */
  private static final byte[] DER = new byte[203];

  static {
    DER[0] = 0x30;
    DER[1] = (byte) 0x81;
    DER[2] = (byte) 200;
  }

  private static final String PEM =
      "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(DER)
          + "\n-----END CERTIFICATE-----\n";

  private final Path folder;
  private List<String> findings = List.of();

  LocalFilesReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void keepsCertificatesAloneWhateverStandsAroundThem() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "Subject: x\r\n" + PEM.replace("\n", "\r\n") + PEM);
    assertEquals(Map.of("alpha", PEM + PEM), read("caFile: ca.pem").certificates());
    assertEquals(List.of(), findings);
  }

  @Test
  void refusesAFileWithoutACertificateWhereItIsNamed() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "hello\n");
    assertEquals(Map.of(), read("caFile: ca.pem").certificates());
    assertEquals(
        List.of(
            "topology.yaml:9:41: error: \"ca.pem\" holds no certificate, or a damaged one"
                + " [no-certificate-in-file]"),
        findings);
  }

  @Test
  void saysWhichFileIsEmpty() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "\n");
    read("caFile: ca.pem");
    assertEquals(
        List.of("topology.yaml:9:41: error: there is nothing in ca.pem [empty-document]"),
        findings);
  }

  @Test
  void refusesACertificateThatWasCutShort() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), PEM.replaceFirst("AAAA\n", "\n"));
    read("caFile: ca.pem");
    assertEquals(1, findings.size());
  }

  @Test
  void refusesAPrivateKeyBesideTheCertificate() throws IOException {
    String key = "PRIVATE KEY-----\n";
    Files.writeString(
        folder.resolve("ca.pem"), PEM + "-----BEGIN " + key + "MIGHAgEA\n-----END " + key);
    assertEquals(Map.of(), read("caFile: ca.pem").certificates());
    assertEquals(List.of("secret-in-clear"), rules());
  }

  @Test
  void readsNothingOutsideTheFolder() {
    read("caFile: /etc/passwd");
    assertEquals(List.of("outside-topology-folder"), rules());
    read("caFile: ../../x");
    assertEquals(List.of("outside-topology-folder"), rules());
  }

  @Test
  void readsAFileThatManyClustersNameOnceAndReportsItOnce() {
    read("caFile: none.pem}}\n    - {name: bravo, apiServer: {caFile: none.pem");
    assertEquals(List.of("file-not-found"), rules());
  }

  @Test
  void givesOverlaysOfAllClustersBeforeAClustersOwn() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), PEM);
    Files.writeString(folder.resolve("all.yaml"), "a: 1\n");
    Files.writeString(folder.resolve("own.yaml"), "b: 2\n");
    LocalFiles files = read("caFile: ca.pem}, overlays: [own.yaml], kubernetes: {");
    assertEquals(
        List.of("all.yaml", "own.yaml"),
        files.overlaysOf("alpha").stream().map(tree -> tree.text().file()).toList());
  }

  private List<String> rules() {
    return findings.stream().map(finding -> finding.replaceAll(".*\\[(.*)]", "$1")).toList();
  }

  private LocalFiles read(String apiServer) {
    String text =
        "apiVersion: meshwright.io/v1\nkind: MeshTopology\nmetadata: {name: shop}\nspec:\n"
            + "  istio: {version: \"1.30.3\"}\n  networks: [{name: net}]\n"
            + (apiServer.contains("own.yaml") ? "  overlays: [all.yaml]\n" : "  overlays: []\n")
            + "  clusters:\n    - {name: alpha, apiServer: {"
            + apiServer
            + "}}\n";
    ReadFiles read = ReadFiles.of(folder, text);
    findings = read.findings();
    return read.files();
  }
}
