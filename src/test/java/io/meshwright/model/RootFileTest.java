package io.meshwright.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootFileTest {
  private static final Path CASES = Path.of("src/test/resources/lint");

  private final Path folder;
  private List<String> findings = List.of();

  RootFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void tellsTheAuthoritiesOfABundle() throws IOException {
    String root = Files.readString(CASES.resolve("root-not-a-ca/good/root.pem"));
    String leaf = Files.readString(CASES.resolve("root-not-a-ca/bad/leaf.pem"));
    List<RootCertificate> read = read(root + "# the next one\n" + leaf);
    assertEquals(
        List.of("CN=Mesh Root,O=Example true", "CN=alpha,O=Example false"),
        read.stream().map(one -> one.subject() + " " + one.authority()).toList());
    assertEquals(List.of(), findings);
  }

  @Test
  void fingerprintsTheDerForm() throws IOException {
    String sample = Files.readString(CASES.resolve("sample-certificate/bad/root-cert.pem"));
    assertEquals(
        List.of("63727a1785cab47acec5c24cc0669c20824e8ae1ac28079a4d2f8c830592e7b0"),
        read(sample.replace("\n", "\r\n")).stream().map(RootCertificate::fingerprint).toList());
  }

  @Test
  void refusesWhatOnlyLooksLikeACertificate() throws IOException {
    byte[] sequence = new byte[203];
    sequence[0] = 0x30;
    sequence[1] = (byte) 0x81;
    sequence[2] = (byte) 200;
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(sequence);
    read("-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    assertEquals(
        List.of(
            "topology.yaml:7:28: error: \"root.pem\" holds no certificate, or a damaged one"
                + " [no-certificate-in-file]"),
        findings);
  }

  @Test
  void refusesAPrivateKeyBesideTheRoot() throws IOException {
    String key = "PRIVATE KEY-----\n";
    String root = Files.readString(CASES.resolve("root-not-a-ca/good/root.pem"));
    assertEquals(List.of(), read(root + "-----BEGIN " + key + "MIGHAgEA\n-----END " + key));
    assertEquals(
        List.of("secret-in-clear"),
        findings.stream().map(finding -> finding.replaceAll(".*\\[(.*)]", "$1")).toList());
  }

  @Test
  void saysThatTheFileIsMissing() throws IOException {
    Files.createDirectory(folder.resolve("pki"));
    assertEquals(List.of(), readTopology());
    assertEquals(1, findings.size());
  }

  private List<RootCertificate> read(String pem) throws IOException {
    Files.writeString(folder.resolve("root.pem"), pem);
    return readTopology();
  }

  private List<RootCertificate> readTopology() {
    String text =
        """
        apiVersion: meshwright.io/v1
        kind: MeshTopology
        metadata: {name: shop}
        spec:
          istio: {version: "1.30.3"}
          networks: [{name: net}]
          certificates: {rootFile: root.pem}
          clusters: [{name: alpha}]
        """;
    ReadFiles read = ReadFiles.of(folder, text);
    findings = read.findings();
    return read.files().roots();
  }
}
