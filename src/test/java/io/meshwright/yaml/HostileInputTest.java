package io.meshwright.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.SourceText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is made to exhaust a parser: each costs bounded work and gives one finding. */
class HostileInputTest {
  private static List<String> rules(String text) {
    return new YamlReader()
        .read(new SourceText("mesh.yaml", text)).diagnostics().stream()
            .map(Diagnostic::rule)
            .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[\n", "{a: ", "- ", "? ", "a:\n [\n"})
  void refusesDeepNesting(String step) {
    assertEquals(1, rules("a: \n  " + step.repeat(100_000)).size());
  }

  @Test
  void namesTheDepth() {
    String text = "a: " + "[".repeat(70) + "]".repeat(70) + "\n";
    assertEquals(List.of("too-deep"), rules(text));
    assertEquals(List.of(), rules("a: " + "[".repeat(63) + "]".repeat(63) + "\n"));
  }

  @Test
  void refusesLongScalars() {
    assertEquals(List.of("too-large"), rules("a: " + "x".repeat(10_000_000)));
    assertEquals(List.of("too-large"), rules("a: |\n" + "  xxxxxxx xxxxxxx\n".repeat(60_000)));
    assertEquals(List.of("too-large"), rules("a: \"" + "x y\n  ".repeat(60_000) + "\"\n"));
  }

  @Test
  void refusesLongTexts() {
    assertEquals(List.of("too-large"), rules("a: b\n".repeat(4_000_000)));
  }

  @Test
  void refusesLongPaths() {
    String keys = ("k".repeat(1000) + ": {\n").repeat(60);
    assertEquals(List.of("too-large"), rules("a: {" + keys + "z: [\n" + "a,\n".repeat(100_000)));
  }

  @Test
  void expandsNoAliases() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }
    assertEquals(
        List.of("yaml-alias", "yaml-anchor"),
        rules(bomb.toString()).stream().distinct().sorted().toList());
  }

  @Test
  void survivesAnyText() {
    Random random = new Random(20_261_101);
    String[] pieces = {
      "a",
      "b: ",
      ":",
      "- ",
      "\n",
      "\n  ",
      "\n    ",
      "\t",
      "\"",
      "'",
      "[",
      "]",
      "{",
      "}",
      ", ",
      "&x ",
      "*x ",
      "!t ",
      "!!str ",
      "|",
      ">",
      "|\n  ",
      "#",
      " # c",
      "? ",
      "no",
      "010",
      "~",
      "<<: ",
      "---\n",
      "...\n",
      "%YAML 1.1\n",
      "\\",
      "\r\n",
      "@",
      "\ud83d\ude00",
      "\u751f",
      "\u0085",
      "\u2028",
      "\u0000"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      SourceText source = new SourceText("mesh.yaml", text.toString());
      new YamlReader().read(source).diagnostics().forEach(d -> assertFalse(d.message().isBlank()));
    }
  }
}
