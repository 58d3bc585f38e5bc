package io.meshwright.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.SourceText;
import io.meshwright.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Through the reader, since what it shows is what people see. */
class SecretCheckTest {
  static List<String> secrets() {
    return SampleSecrets.all();
  }

  private static List<String> read(String text) {
    return new YamlReader()
        .read(new SourceText("f", text)).diagnostics().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void namesTheKeyAndItsPlace() {
    String jwt = SampleSecrets.jwt();
    String pem = SampleSecrets.pem("PRIVATE KEY");
    String expected = " holds a private key in clear [secret-in-clear]";
    assertEquals(
        List.of("f:2:3: error: \"caFile\" holds a token (JWT) in clear [secret-in-clear]"),
        read("a:\n  caFile: \"" + jwt + "\"\n"));
    assertEquals(
        List.of("f:2:6: error: \"x\" holds a token (JWT) in clear [secret-in-clear]"),
        read("a:\n  - {x: '" + jwt + "', y: no}\n"));
    assertEquals(
        List.of("f:1:1: error: \"k\"" + expected),
        read("k: |\n  " + pem.replace("\n", "\n  ") + "\n"));
    assertEquals(
        List.of("f:2:4: error: a comment" + expected),
        read("a: b\nc: # " + pem.replace("\n", "\\n") + "\n"));
  }

  @Test
  void findsSecretsThatEscapesHide() {
    assertEquals(
        List.of("f:1:5: error: \"k\" holds a private key in clear [secret-in-clear]"),
        read("k: [\"-----BEGIN PRI\\x56ATE KEY-----\"]\nb: no\n"));
    assertEquals(
        List.of("f:1:1: error: a key holds a private key in clear [secret-in-clear]"),
        read("\"-----BEGIN PRI\\x56ATE KEY-----\": b\nb: no\n"));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void showsNoPartOfASecret(String secret) {
    for (String form : SampleSecrets.forms(secret)) {
      String quoted = "\"" + form.replace("\n", "\\n") + "\"";
      List<String> yamls =
          List.of(
              "a: " + quoted,
              quoted + ": a",
              "a: [" + quoted,
              "a: no\n# " + quoted,
              "b:\n\t" + quoted);
      for (String yaml : yamls) {
        List<String> findings = read(yaml);
        assertFalse(findings.isEmpty());
        findings.forEach(finding -> assertFalse(finding.contains(form.substring(0, 16)), finding));
        findings.forEach(
            finding -> assertEquals(true, finding.endsWith("[secret-in-clear]"), finding));
      }
    }
  }

  @Test
  void checksATreeThatSomebodyElseRead() {
    SourceText text = new SourceText("f", "a: [b, {c: d}]\n");
    assertEquals(List.of(), SecretCheck.in(new YamlReader().read(text).value().orElseThrow()));
  }
}
