package io.meshwright.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Secrets made on the spot, so that none stands in this repository. */
final class SampleSecrets {
  private SampleSecrets() {}

  static List<String> all() {
    return List.of(
        pem("PRIVATE KEY"),
        pem("RSA PRIVATE KEY"),
        pem("EC PRIVATE KEY"),
        pem("ENCRYPTED PRIVATE KEY"),
        pem("OPENSSH PRIVATE KEY"),
        jwt(),
        key("RSA", 2048),
        key("EC", 256),
        key("Ed25519", 255),
        "AGE-SECRET-" + "KEY-1" + "QPZRY9X8GF".repeat(6));
  }

  /** Returns the ways in which a person pastes {@code secret}. */
  static List<String> forms(String secret) {
    List<String> forms = new ArrayList<>();
    forms.add(secret);
    forms.add(secret.replace("\n", "\\n"));
    forms.add(base64(secret));
    forms.add(Base64.getMimeEncoder(60, "\n".getBytes(ISO_8859_1)).encodeToString(bytes(secret)));
    forms.add(Base64.getMimeEncoder().encodeToString(bytes(secret)));
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(secret)));
    forms.add(base64(base64(secret)));
    forms.add(base64("apiVersion: v1\nusers:\n- user:\n    x: " + base64(secret) + "\n"));
    return forms;
  }

  static String pem(String label) {
    return armored(
        label, Base64.getMimeEncoder(64, "\n".getBytes(ISO_8859_1)).encodeToString(new byte[200]));
  }

  private static String armored(String label, String body) {
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  static String certificate() {
    byte[] der = new byte[600];
    byte[] head = {
      0x30, (byte) 0x82, 0x02, 0x54, 0x30, (byte) 0x82, 0x01, 0x3c, (byte) 0xa0, 3, 2, 1, 2
    };
    System.arraycopy(head, 0, der, 0, head.length);
    return armored(
        "CERTIFICATE", Base64.getMimeEncoder(64, "\n".getBytes(ISO_8859_1)).encodeToString(der));
  }

  static String jwt() {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(bytes("{\"alg\":\"RS256\",\"kid\":\"x\"}"))
        + "."
        + encoder.encodeToString(bytes("{\"iss\":\"kubernetes/serviceaccount\"}"))
        + "."
        + encoder.encodeToString(new byte[64]);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  /** Returns a private key in binary form, in base64. */
  private static String key(String algorithm, int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return Base64.getEncoder()
          .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
