package io.meshwright;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.report.Palette;
import io.meshwright.report.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A secret in any place of what a user wrote is refused, and shown to nobody. */
class PlantedSecretTest {
  private static final String RULE = "secret-in-clear";

  /** So many characters of a secret in a row give it away. */
  private static final int PIECE = 16;

  private static final String PLACE = "qplantedhere";

  private final Path folder;
  private TestMesh mesh;
  private JsonNode topology;

  PlantedSecretTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** What is planted; each is made anew for every run. */
  private enum Secret {
    PEM_KEY(pem()),
    TOKEN(jwt()),
    PEM_KEY_IN_BASE64(base64(pem())),
    TOKEN_IN_BASE64(base64(jwt()));

    private final String text;

    Secret(String text) {
      this.text = text;
    }

    /** Returns the pieces that nobody may see; the armour of a PEM block is public. */
    Set<String> pieces() {
      Set<String> pieces = new HashSet<>();
      for (String line : text.split("\n", -1)) {
        for (int i = 0; !line.startsWith("-----") && i + PIECE <= line.length(); i++) {
          pieces.add(line.substring(i, i + PIECE));
        }
      }
      return pieces;
    }
  }

  @BeforeEach
  void copy() throws IOException {
    mesh = TestMesh.rich().copiedTo(folder.resolve("mesh"));
    topology = mesh.tree();
  }

  @ParameterizedTest
  @EnumSource
  void inAnyString(Secret secret) throws IOException {
    for (JsonPointer place : Trees.strings(topology)) {
      JsonNode changed = Trees.with(topology, place, StringNode.valueOf(secret.text));
      refused(mesh.render(Trees.flow(changed)), secret, place.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void inAnyStringAsABlock(Secret secret) throws IOException {
    String block =
        " |\n                              "
            + secret.text.strip().replace("\n", "\n" + " ".repeat(30));
    for (JsonPointer place : Trees.strings(topology)) {
      JsonNode changed = Trees.with(topology, place, StringNode.valueOf(PLACE));
      String text = Trees.block(changed, 2).replace(" \"" + PLACE + "\"", block);
      refused(mesh.render(text), secret, place + " in " + text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void inAKey(Secret secret) throws IOException {
    for (String word : List.of("qkey", "example.com/qhint", "spec", "trustDomain")) {
      JsonNode changed = Trees.replaced(topology, word, secret.text);
      refused(mesh.render(Trees.flow(changed)), secret, word);
    }
  }

  @ParameterizedTest
  @EnumSource
  void inAComment(Secret secret) throws IOException {
    String comment = "# " + secret.text.strip().replace("\n", "\n# ") + "\n";
    String text = mesh.text();
    for (String changed :
        List.of(
            comment + text, text.replace("  istio:\n", "  istio:\n" + comment), text + comment)) {
      refused(mesh.render(changed), secret, changed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void inAnOverlay(Secret secret) throws IOException {
    Path overlay = mesh.folder().resolve("overlays/qall.yaml");
    String text = Files.readString(overlay);
    JsonNode tree = Trees.read(text);
    for (JsonPointer place : Trees.strings(tree)) {
      JsonNode changed = Trees.with(tree, place, StringNode.valueOf(secret.text));
      Files.writeString(overlay, Trees.flow(changed));
      refused(mesh.render(), secret, place.toString());
    }
    Files.writeString(overlay, text + "# " + secret.text.strip().replace("\n", "\n# ") + "\n");
    refused(mesh.render(), secret, "a comment of the overlay");
  }

  @ParameterizedTest
  @EnumSource
  void inTheFileOfAnAuthority(Secret secret) throws IOException {
    Path authority = mesh.folder().resolve("pki/qauthority.pem");
    String certificate = Files.readString(authority);
    for (String text : List.of(secret.text, certificate + secret.text, secret.text + certificate)) {
      Files.writeString(authority, text + "\n");
      refused(mesh.render(), secret, "caFile");
    }
  }

  @Test
  void withoutASecretNothingIsFound() {
    mesh.rendered();
  }

  private static void refused(RenderResult result, Secret secret, String where) {
    List<Diagnostic> findings = result.diagnostics();
    assertTrue(result.mesh().isEmpty(), where);
    assertTrue(
        findings.stream().anyMatch(finding -> finding.rule().equals(RULE)),
        () -> where + ": " + findings);
    List<String> shown = new ArrayList<>();
    findings.forEach(finding -> shown.add(finding + finding.help()));
    shown.add(new TextReport(result.sources(), Palette.PLAIN).of(findings));
    shown.add(new TextReport(result.sources(), Palette.ANSI).of(findings));
    Set<String> pieces = secret.pieces();
    for (String text : shown) {
      for (int i = 0; i + PIECE <= text.length(); i++) {
        assertFalse(pieces.contains(text.substring(i, i + PIECE)), () -> where + ": " + text);
      }
    }
    assertEquals(1, findings.stream().filter(f -> f.rule().equals(RULE)).distinct().count(), where);
  }

  private static String pem() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      String label = "PRIVATE " + "KEY-----";
      String body = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(key);
      return "-----BEGIN " + label + "\n" + body + "\n-----END " + label + "\n";
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String jwt() {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String header = "{\"alg\":\"RS256\",\"kid\":\"" + System.nanoTime() + "\"}";
    byte[] signature = new byte[256];
    new SecureRandom().nextBytes(signature);
    return encoder.encodeToString(header.getBytes(UTF_8))
        + "."
        + encoder.encodeToString("{\"iss\":\"kubernetes/serviceaccount\"}".getBytes(UTF_8))
        + "."
        + encoder.encodeToString(signature);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
