package io.meshwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Severity;
import io.meshwright.source.Location;
import io.meshwright.source.SourceText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextReportTest {
  @Test
  void showsTheLineAndPointsAtTheThing() {
    assertEquals(
        """
        mesh.yaml:2:12: error: network "net-b" is not declared [unknown-network]
          |
        2 |   network: net-b
          |            ^^^^^
          = help: declare it under spec.networks
        """,
        report("- name: a\n  network: net-b\n", 2, 12, 5));
  }

  @Test
  void pointsAtTheColumnsOfATerminalNotAtCharacters() {
    assertEquals(
        """
        mesh.yaml:1:21: error: network "net-b" is not declared [unknown-network]
          |
        1 | {name: 生产, network: 東京}
          |                       ^^^^
          = help: declare it under spec.networks
        """,
        report("{name: 生产, network: 東京}\n", 1, 21, 2));
  }

  @Test
  void showsATabAsOneBlank() {
    String text = report("a:\tb\n", 1, 4, 1);

    assertEquals("1 | a: b", line(text, 2));
    assertEquals("  |    ^", line(text, 3));
  }

  @Test
  void lineEndsOfEveryKindCount() {
    assertEquals("3 | third", line(report("first\r\nsecond\rthird\n", 3, 1, 5), 2));
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    String text = report("a: \u001b[2J\u0007\u009b31m\u202eevil\u2028\n", 1, 4, 3);

    assertEquals("1 | a: ␛[2J␇\uFFFD31m\uFFFDevil\uFFFD", line(text, 2));
  }

  @Test
  void controlCharactersInNamesAndMessagesAreShownAsPictures() {
    Diagnostic finding =
        Diagnostic.error(
            "x", Location.startOf("a\u001b[31m\nb.yaml"), "quotes \"\u001b[0m\n\"", "say \u0000");

    assertEquals(
        "a␛[31m␊b.yaml:1:1: error: quotes \"␛[0m␊\" [x]\n  = help: say ␀\n",
        new TextReport(Map.of(), Palette.PLAIN).of(List.of(finding)));
  }

  @Test
  void longLinesAreCutAroundThePlace() {
    String line = "x".repeat(300) + "HERE" + "y".repeat(1_000_000);

    assertEquals(
        List.of(
            "  |",
            "1 | …" + "x".repeat(40) + "HERE" + "y".repeat(56) + "…",
            "  | " + " ".repeat(41) + "^^^^"),
        report(line, 1, 301, 4).lines().toList().subList(1, 4));
  }

  @Test
  void caretsEndWhereTheShownPartEnds() {
    String text = report("a: " + "x".repeat(10_000), 1, 4, 10_000);

    assertEquals("  |    " + "^".repeat(97), line(text, 3));
  }

  @Test
  void aPlaceBehindTheLastCharacterHasOneCaret() {
    assertEquals("  |   ^", line(report("a:\n", 1, 3, 4), 3));
  }

  @Test
  void aPlaceBehindTheLastLineHasNoExcerpt() {
    assertEquals(
        """
        mesh.yaml:9:1: error: network "net-b" is not declared [unknown-network]
          = help: declare it under spec.networks
        """,
        report("a\n", 9, 1, 1));
  }

  @Test
  void aLineWithASecretIsNotShown() {
    String text = report("key: " + pem() + "\n", 1, 6, 5);

    assertFalse(text.contains("PRIVATE"), text);
    assertEquals("1 | (this line is not shown: it holds a secret)", line(text, 2));
  }

  @Test
  void aMessageThatQuotesASecretIsNotShown() {
    Diagnostic finding =
        Diagnostic.error(
            "x", Location.startOf("mesh.yaml"), "not a name: " + pem(), "not " + pem());
    String text = new TextReport(Map.of(), Palette.PLAIN).of(List.of(finding));

    assertFalse(text.contains("PRIVATE"), text);
    assertTrue(text.startsWith("mesh.yaml:1:1: error: (not shown"), text);
  }

  @Test
  void helpIsWrappedUnderItsFirstWord() {
    String help = "word ".repeat(30) + "https://example.com/" + "x".repeat(80) + " end";
    Diagnostic finding = Diagnostic.error("x", Location.startOf("mesh.yaml"), "m", help);
    String text = new TextReport(Map.of(), Palette.PLAIN).of(List.of(finding));

    assertEquals("  = help: " + "word ".repeat(14).strip(), line(text, 1));
    assertEquals("          " + "word ".repeat(14).strip(), line(text, 2));
    assertEquals("          https://example.com/" + "x".repeat(80), line(text, 4));
  }

  @Test
  void manyFindingsAreCutButCounted() {
    Diagnostic one = Diagnostic.error("x", Location.startOf("mesh.yaml"), "m", "");
    String text = new TextReport(Map.of(), Palette.PLAIN).of(Collections.nCopies(1_234, one));

    assertEquals(201, text.lines().count());
    assertTrue(text.endsWith("\n… and 1034 more\n"), text);
  }

  @Test
  void colorsSetOffWhatMatters() {
    Diagnostic finding =
        new Diagnostic("x", Severity.WARNING, Location.startOf("mesh.yaml"), "m", "");

    assertEquals(
        "\u001b[1mmesh.yaml:1:1:\u001b[0m \u001b[1;33mwarning:\u001b[0m"
            + " \u001b[1mm\u001b[0m\u001b[2m [x]\u001b[0m\n",
        new TextReport(Map.of(), Palette.ANSI).of(List.of(finding)));
  }

  private static String report(String source, int line, int column, int width) {
    Diagnostic finding =
        Diagnostic.error(
            "unknown-network",
            new Location("mesh.yaml", line, column, width),
            "network \"net-b\" is not declared",
            "declare it under spec.networks");
    return new TextReport(Map.of("mesh.yaml", new SourceText("mesh.yaml", source)), Palette.PLAIN)
        .of(List.of(finding));
  }

  private static String line(String text, int index) {
    return text.lines().toList().get(index);
  }

  /** The marks of a key; built at run time, so that no scanner takes this file for a leak. */
  private static String pem() {
    return "-----BEGIN " + "PRIVATE KEY-----\\nMIGHAgEAMBMGByqGSM49\\n-----END PRIVATE KEY-----";
  }
}
