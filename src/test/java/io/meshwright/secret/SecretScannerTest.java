package io.meshwright.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScannerTest {
  static List<String> secrets() {
    return SampleSecrets.all();
  }

  private static List<String> kinds(String text) {
    return SecretScanner.find(text).stream().map(SecretSpan::kind).toList();
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void findsSecretsHoweverTheyAreWrapped(String secret) {
    for (String form : SampleSecrets.forms(secret)) {
      assertTrue(SecretScanner.containsSecret(form), form);
      assertTrue(SecretScanner.containsSecret("a: \"" + form + "\" # x\nb: c\n"), form);
      assertTrue(SecretScanner.containsSecret("name: east\nk: |\n  " + form.replace("\n", "\n  ")));
      assertTrue(SecretScanner.containsSecret("# old key " + form), form);
      assertTrue(SecretScanner.containsSecret("{\"k\":\"" + form.replace("\n", "\\n") + "\"}"));
    }
  }

  @Test
  void namesTheKind() {
    assertEquals(List.of("a private key"), kinds(SampleSecrets.pem("EC PRIVATE KEY")));
    assertEquals(List.of("a token (JWT)"), kinds("token: " + SampleSecrets.jwt()));
    assertEquals(
        List.of("a private key in base64"),
        kinds("k: " + SampleSecrets.base64(SampleSecrets.pem("PRIVATE KEY"))));
    assertEquals(List.of("a GitHub token"), kinds("x: ghp" + "_" + "a1B2".repeat(9)));
    assertEquals(List.of("a Vault token"), kinds("x: hvs" + "." + "a1B2".repeat(9)));
    assertEquals(List.of("an AWS access key"), kinds("x: AKIA" + "ABCDEFGH12345678 "));
    assertEquals(List.of("a Slack token"), kinds("x: xoxb" + "-123456789012-abcdef"));
    assertEquals(
        List.of("an age secret key"), kinds("AGE-SECRET-" + "KEY-1" + "QPZRY9X8GF".repeat(6)));
  }

  @Test
  void findsCredentialsOfAKubeconfigByTheirKeys() {
    assertEquals(List.of("a token"), kinds("    token: 4f1d0a3b9c7e5d2f8a6b4c1e\n"));
    assertEquals(List.of("a token"), kinds("token: \"07401b.f395accd246ae52d\"\n"));
    assertEquals(List.of("a token"), kinds("{\"token\":\"4f1d0a3b9c7e5d2f8a6b4c1e\"}"));
    assertEquals(List.of("a client key"), kinds("client-key-data: AAAAAAAAAAAAAAAAAAAA\n"));
    assertEquals(List.of("a password"), kinds("password: 'correct7horse9battery'\n"));
    assertEquals(List.of("a token"), kinds("accessToken: 4f1d0a3b9c7e5d2f8a6b4c1e\n"));
    assertEquals(List.of("a token"), kinds("ACCESS_TOKEN: 4f1d0a3b9c7e5d2f8a6b4c1e\n"));
    assertEquals(List.of(), kinds("broken: 4f1d0a3b9c7e5d2f8a6b4c1e\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token: \"{{ .token }}\"",
        "token: istio-reader-service-account-token",
        "tokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token",
        "name: istio-reader-service-account-istio-remote-secret-token",
        "sha256: 63727a1785cab47acec5c24cc0669c20824e8ae1ac28079a4d2f8c830592e7b0",
        "url: https://eu1.k8s.example.com:6443/some/very/long/path/with/letters/and/digits/12345",
        "- service.beta.kubernetes.io/aws-load-balancer-cross-zone-load-balancing-enabled",
        "key: mesh/east/token",
        "eyJ is how a token begins, and -----BEGIN how a key does",
        "a: eyJhbGciOiJSUzI1NiJ9",
        "image: gcr.io/istio-testing/pilot@sha256:63727a1785cab47acec5c24cc0669c20824e8ae1a",
        "ENC[AES256_GCM,data:p673w7zG1Xyn8vLH,iv:o7n6pYQwT1xZ,tag:Vb3d2pQ9,type:str]",
        "-----BEGIN PUBLIC KEY-----",
        "AKIAABCDEFGHabcdefgh",
      })
  void letsOrdinaryTextPass(String text) {
    assertEquals(List.of(), SecretScanner.find(text));
  }

  @Test
  void letsCertificatesPass() {
    String certificate = SampleSecrets.certificate();
    for (String form : SampleSecrets.forms(certificate)) {
      assertFalse(SecretScanner.containsSecret("caBundle: " + form + "\nname: x\n"), form);
    }
  }

  @Test
  void findsAKeyBehindACertificate() {
    String bundle = SampleSecrets.certificate() + SampleSecrets.pem("RSA PRIVATE KEY");
    assertTrue(SecretScanner.containsSecret(bundle));
    assertTrue(SecretScanner.containsSecret(SampleSecrets.base64(bundle)));
  }

  @Test
  void findsTheFirstLineOfAWrappedKeyByItself() {
    String wrapped = SampleSecrets.base64(SampleSecrets.pem("RSA PRIVATE KEY"));
    assertTrue(SecretScanner.containsSecret("  key: " + wrapped.substring(0, 64)));
  }

  @Test
  void spansTheSecret() {
    String jwt = SampleSecrets.jwt();
    SecretSpan span = SecretScanner.find("\ud83d\ude00 x: " + jwt + " y").get(0);
    assertEquals(6, span.start());
    assertEquals(6 + jwt.length(), span.end());
  }

  @Test
  void endsOnHostileText() {
    String[] pieces = {
      "eyJ",
      "eyJ.",
      "eyJ-",
      "LS0tLS1CRUdJTi",
      "-----BEGIN ",
      "-----BEGIN PRIVATE KEY-----",
      "MII",
      "a",
      "A",
      " ",
      "\n",
      "\\n",
      "hvs.",
      "token: ",
      "AAAAAAAAAAAAAAAA\n",
      "eyJhbGciOiJ9.eyJ.",
      "LS0tLS1CRUdJTi\n "
    };
    for (String piece : pieces) {
      String text = piece.repeat(2_000_000 / piece.length());
      assertTrue(SecretScanner.find(text).size() <= 100);
    }
  }

  @Test
  void findsNothingInNoise() {
    Random random = new Random(7);
    byte[] bytes = new byte[3000];
    for (int i = 0; i < 200; i++) {
      random.nextBytes(bytes);
      String noise = new String(bytes, StandardCharsets.ISO_8859_1);
      assertFalse(SecretScanner.containsSecret(SampleSecrets.base64(noise)));
      assertFalse(SecretScanner.containsSecret(noise));
    }
  }
}
