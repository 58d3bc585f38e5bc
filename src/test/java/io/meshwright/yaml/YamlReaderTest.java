package io.meshwright.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private static Outcome<SourceTree> read(String text) {
    return new YamlReader().read(new SourceText("mesh.yaml", text));
  }

  /** Returns the findings as {@code line:column+width id}. */
  private static List<String> places(String text) {
    return read(text).diagnostics().stream().map(YamlReaderTest::place).toList();
  }

  private static String place(Diagnostic d) {
    return d.location().line()
        + ":"
        + d.location().column()
        + "+"
        + d.location().width()
        + " "
        + d.rule();
  }

  private static String json(String text) {
    return read(text).value().orElseThrow().root().toString();
  }

  @Test
  void readsEveryStyle() {
    assertEquals(
        "{\"a\":{\"b\":[1,\"c d\",null],\"e\":\"f\"},\"g\":[\"h\",{\"i\":\"j\\nk\\n\"}],\"l\":\"m n\"}",
        json(
            "a: {b: [1, \"c d\", null], e: 'f'}\ng:\n  - h\n  - i: |\n      j\n      k\nl: m\n  n\n"));
  }

  @Test
  void givesPlainScalarsTheirTypeAndKeepsTheDigitsOfADecimal() {
    assertEquals(
        "{\"a\":true,\"b\":null,\"c\":null,\"d\":-12,\"e\":1.30,\"f\":9007199254740992}",
        json("a: true\nb: null\nc:\nd: -12\ne: 1.30\nf: 9007199254740992\n"));
  }

  @Test
  void refusesHalvesOfCharacters() {
    assertEquals(List.of("1:4+8 yaml-syntax"), places("a: \"\\uD800\"\n"));
    assertEquals(List.of("1:1+8 yaml-syntax"), places("\"\\uDC00\": b\n"));
    assertEquals("{\"a\":\"😀\"}", json("a: \"\\uD83D\\uDE00\"\n"));
  }

  @Test
  void readsWhatIsQuotedAsText() {
    assertEquals(
        "{\"a\":\"no\",\"b\":\"010\",\"null\":\"\",\"c\":\"true\\n\"}",
        json("a: \"no\"\nb: '010'\n\"null\": \"\"\nc: |\n  true\n"));
  }

  @Test
  void acceptsScalarsThatAllReadersReadAlike() {
    assertTrue(
        places(
                """
                a: [1.30.3, 10.0.0.1, 10.0.0.0/8, fd00::1, 1-30-3, e1, x1e3, 0, 1.5, -3]
                b: [Yess, noon, nO, offline, "https://a:6443", 12h, 1h30m, 2024-01, .x]
                """)
            .isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "No",
        "NO",
        "n",
        "N",
        "off",
        "Off",
        "OFF",
        "on",
        "On",
        "ON",
        "yes",
        "Yes",
        "YES",
        "y",
        "Y",
        "~",
        "Null",
        "NULL",
        "True",
        "TRUE",
        "False",
        "FALSE",
        "010",
        "00",
        "08",
        "0o10",
        "0b11",
        "0x1F",
        "1_000",
        "685_230.15",
        "1:30",
        "12:30:45",
        "+1",
        "+1.5",
        ".5",
        "5.",
        ".inf",
        "-.INF",
        ".nan",
        "1e3",
        "1.5e2",
        "1E+3",
        "1e400",
        "2024-01-01",
        "2024-01-01T10:00:00Z",
        "12345678901234567890",
        "9007199254740993",
        "=",
        "<<",
        "2001:10:20:30:40:50:10:20"
      })
  void refusesScalarsThatReadersReadDifferently(String scalar) {
    String where = "+" + scalar.length();
    assertEquals(List.of("2:6" + where + " ambiguous-scalar"), places("# \na:   " + scalar + "\n"));
    String key = scalar.equals("<<") ? " merge-key" : " ambiguous-key";
    assertEquals(List.of("1:1" + where + key), places(scalar + ": x\n"));
    assertEquals(List.of(), places("a: \"" + scalar + "\"\n'" + scalar + "': x\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "false", "1.30"})
  void refusesKeysThatAreNoText(String key) {
    assertEquals(List.of("1:1+" + key.length() + " ambiguous-key"), places(key + ": x\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no     | \"no\" is read as false by YAML 1.1 and as text by YAML 1.2",
        "010    | \"010\" is read as 8 by YAML 1.1 and as 10 by YAML 1.2",
        "-0x1F  | \"-0x1F\" is read as -31 by YAML 1.1 and as text by YAML 1.2",
        "1_000  | \"1_000\" is read as 1000 by YAML 1.1 and as text by YAML 1.2",
        "~      | \"~\" is read as null by some YAML readers and as text by others"
      })
  void saysHowAnAmbiguousScalarIsRead(String scalar, String message) {
    assertEquals(message, read("a: " + scalar + "\n").diagnostics().get(0).message());
  }

  @Test
  void namesTheLineOfTheFirstOfTwoKeys() {
    Diagnostic found = read("a:\n  b: 1\n  'b': 2\n").diagnostics().get(0);
    assertEquals("3:3+3 duplicate-key", place(found));
    assertEquals("the key \"b\" stands here again, first on line 2", found.message());
  }

  @Test
  void collectsAllFindings() {
    assertEquals(
        List.of(
            "1:4+2 ambiguous-scalar",
            "2:1+1 duplicate-key",
            "2:4+2 yaml-anchor",
            "3:1+2 merge-key",
            "3:5+2 yaml-alias",
            "4:4+5 yaml-tag",
            "5:1+3 second-document"),
        places("a: no\na: &x 1\n<<: *x\nb: !!str no\n---\nc: d\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: &x\\n  - b | 1:4+2 yaml-anchor",
        "a: &x\\n  k: b | 1:4+2 yaml-anchor",
        "a: &x | 1:4+2 yaml-anchor",
        "a: [*x] | 1:5+2 yaml-alias",
        "*x : b | 1:1+2 yaml-alias",
        "&x a: b | 1:1+2 yaml-anchor",
        "a: ! b | 1:4+1 yaml-tag",
        "a: !!binary '?' | 1:4+8 yaml-tag",
        "!x a: b | 1:1+2 yaml-tag",
        "? [a]\\n: b | 1:3+1 complex-key",
        "? {a: b}\\n: c | 1:3+1 complex-key",
        "{[a]: b} | 1:2+1 complex-key",
        "- a | 1:1+1 not-a-mapping",
        "[a] | 1:1+1 not-a-mapping",
        "a | 1:1+1 not-a-mapping",
        "\"# c\" | 1:1+5 not-a-mapping",
        "# c | 1:1+1 empty-document",
        "--- | 1:1+1 empty-document",
        "a: b\\n---\\n | 2:1+3 second-document",
        "a:\\n\\t- b | 2:1+1 yaml-syntax",
        "a:\\n  b: c\\n\\td: e | 3:1+1 yaml-syntax",
        "a: \"x\\n | 1:4+1 yaml-syntax",
        "a: {b: c\\n | 1:4+1 yaml-syntax",
        "a: b: c | 1:5+1 yaml-syntax",
        "a: 'x' y | 1:8+1 yaml-syntax",
        "a: @x | 1:4+1 yaml-syntax",
        "a:\\n  - b\\n c: d | 3:2+1 yaml-syntax",
        "a: ] | 1:4+1 yaml-syntax",
        ": x | 1:1+1 yaml-syntax",
        "a: \\u0007 | 1:4+1 yaml-syntax"
      })
  void namesTheMistakeAndItsPlace(String text, String expected) {
    String yaml = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0007", "\u0007");
    assertEquals(List.of(expected), places(yaml));
  }

  @Test
  void saysThatTabsCannotIndent() {
    Diagnostic found = read("a:\n\tb: c\n").diagnostics().get(0);
    assertEquals("a tab cannot indent in YAML", found.message());
  }

  @Test
  void keepsLineBreaksOutOfMessages() {
    for (String text : List.of("a: !<x\n", "a: *\n", "\"a\\nb\": 1\n'a\n\n  b': 2\n", "a: &\n")) {
      read(text).diagnostics().forEach(d -> assertEquals(-1, d.message().indexOf('\n')));
    }
  }

  @Test
  void countsColumnsInCodePoints() {
    assertEquals(List.of("1:8+2 ambiguous-scalar"), places("\ud83d\ude00: [\u751f, no]\n"));
  }

  @Test
  void readsWindowsLineEnds() {
    assertEquals(json("a:\n  - b\nc: d\n"), json("a:\r\n  - b\r\nc: d\r\n"));
    assertEquals(List.of("3:4+2 ambiguous-scalar"), places("a:\r\n  - b\r\nc: no\r\n"));
  }
}
