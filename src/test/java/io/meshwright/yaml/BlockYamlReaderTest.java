package io.meshwright.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class BlockYamlReaderTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  private static final String SAMPLE =
      """
      # generated
      apiVersion: v1
      metadata:
        name: a-b.c/d
        labels:
          "010": "no"
      list:
        - name: x
          port: 15443
          limit: -1
          nested:
          - 1
          - - true
            - "a\\n\\u2028\\"\\\\"
        - https://a:6443
      time: 1h
      empty: {}
      none: []
      text: |
        one

          two
        # three
      open: |-
        a
      last: false
      """;

  private static Optional<JsonNode> full(String text) {
    try {
      return Optional.of(YAML.readTree(text));
    } catch (JacksonException invalid) {
      return Optional.empty();
    }
  }

  @Test
  void readsWhatIsWritten() {
    assertEquals(full(SAMPLE), BlockYamlReader.read(SAMPLE));
  }

  @Test
  void leavesTheRestOfYamlToTheParser() {
    for (String text :
        List.of(
            "",
            "a: 1",
            "a:\n",
            "a: b c\n",
            "a: 'b'\n",
            "a: {b: c}\n",
            "a: [b]\n",
            "a: &x b\n",
            "a: *x\n",
            "a: !!str b\n",
            "a: b # c\n",
            "a: no\n",
            "no: a\n",
            "1: a\n",
            "a: 010\n",
            "a: 1.5\n",
            "a: -0\n",
            "a: null\n",
            "a: ~\n",
            "a: >\n  b\n",
            "a: |+\n  b\n",
            "a: |2\n   b\n",
            "---\na: 1\n",
            "a: 1\n---\nb: 1\n",
            "a: 1\n...\n",
            "a: 1\na: 2\n",
            "a: 1\n b: 2\n",
            "a:\n  b: 1\n c: 2\n",
            " a: 1\n",
            "a: 1\n\n",
            "\na: 1\n",
            "- \n",
            "-\n",
            "a: \n",
            "a:  b\n",
            "a : b\n",
            "a: \"b\n",
            "a: \"b\" c\n",
            "a: \"\\x41\"\n",
            "a: \"\\ud83d\"\n",
            "a: b:\n",
            "a: |\n",
            "a: |\n  b \n",
            "a: |\n\n  b\n",
            "a: |\n  b\n\n",
            "a: |\nb\n",
            "a:\tb\n",
            "? a\n: b\n",
            "a: b\r\n",
            "a: \"\u0085\"\n",
            "a: é\n",
            "<<: {}\n",
            "- a: 1\n   b: 2\n",
            "a:\n-  b\n",
            "a: \"\\\n",
            "\"a\n",
            "\"",
            "a: \"\\u00\"\n",
            "\"a\\\": 1\n",
            "a: 1234567890123\n")) {
      assertEquals(Optional.empty(), BlockYamlReader.read(text), text);
    }
  }

  /** Whatever it reads, the parser of all YAML reads alike; what that refuses, it does not read. */
  @Test
  void neverReadsAnythingDifferentlyFromTheParser() {
    Random random = new Random(42);
    String letters = "ab1:- \n\"\\|{}[]#'u0~,&*!?%@.\t";
    for (int round = 0; round < 60_000; round++) {
      StringBuilder text =
          new StringBuilder(SAMPLE.length() > 0 && round % 2 == 0 ? SAMPLE : "a: b\n");
      for (int i = random.nextInt(4); i >= 0; i--) {
        int place = random.nextInt(text.length());
        char letter = letters.charAt(random.nextInt(letters.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.insert(place, letter);
          case 1 -> text.setCharAt(place, letter);
          default -> text.deleteCharAt(place);
        }
        if (text.length() == 0) {
          text.append('\n');
        }
      }
      String changed = text.toString();
      Optional<JsonNode> read = BlockYamlReader.read(changed);
      if (read.isPresent()) {
        assertEquals(full(changed), read, changed);
      }
    }
  }
}
