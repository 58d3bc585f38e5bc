package io.meshwright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.plan.Document;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DirectivesTest {
  record Kubeconfig(String server) implements Document {
    @Override
    public String template() {
      return "kubeconfig.ftl";
    }
  }

  record Outer(String key, Document inner) implements Document {
    @Override
    public String template() {
      return "outer.ftl";
    }
  }

  record Tree(Object spec) implements Document {
    @Override
    public String template() {
      return "tree.ftl";
    }
  }

  private static final String OUTER =
      "data:\n  ${key}: |\n<@block document=inner indent=4/>\nafter: true\n";

  private static Renderer block(String kubeconfig) {
    return TestTemplates.of(Map.of("outer.ftl", OUTER, "kubeconfig.ftl", kubeconfig));
  }

  private static String tree(Object spec) {
    return TestTemplates.of(
            "tree.ftl", "kind: A\nspec:\n<@tree value=spec indent=2/>\nlast: true\n")
        .render(new Tree(spec));
  }

  @Test
  void aNestedDocumentBecomesALiteralBlock() {
    String text =
        block("kind: Config\n\ncluster:\n  server: ${server}\n")
            .render(new Outer("us1", new Kubeconfig("x\n---\ny")));
    assertEquals(
        """
        data:
          us1: |
            kind: Config

            cluster:
              server: "x\\n---\\ny"
        after: true
        """,
        text);
    assertEquals(
        "kind: Config\n\ncluster:\n  server: \"x\\n---\\ny\"\n",
        new YAMLMapper().readTree(text).get("data").get("us1").stringValue());
  }

  @Test
  void everyNastyStringSurvivesBothLevels() {
    Renderer renderer = block("server: ${server}\n");
    for (String string : NastyStrings.all()) {
      String text = renderer.render(new Outer("us1", new Kubeconfig(string)));
      String inner = new YAMLMapper().readTree(text).get("data").get("us1").stringValue();
      assertEquals(string, new YAMLMapper().readTree(inner).get("server").stringValue());
    }
  }

  @Test
  void whatALiteralBlockCannotHoldIsRefused() {
    for (String bad :
        List.of("  a: 1\n", "\na: 1\n", "a: 1 \nb: 2\n", "a: 1\u2028\n", "a: 1\r\n")) {
      String message = TestTemplates.failure(block(bad), new Outer("us1", new Kubeconfig("s")));
      assertTrue(message.startsWith("templates/outer.ftl:3:1: "), message);
    }
  }

  @Test
  void aFailureInANestedTemplateNamesThatTemplate() {
    String message =
        TestTemplates.failure(block("a: ${nobody}\n"), new Outer("us1", new Kubeconfig("s")));
    assertTrue(message.startsWith("templates/kubeconfig.ftl:1:"), message);
  }

  @Test
  void directivesSayWhatTheyNeed() {
    for (String use :
        List.of(
            "<@block document=key indent=2/>",
            "<@block indent=2/>",
            "<@block document=inner/>",
            "<@tree value=key indent=2/>")) {
      Renderer renderer =
          TestTemplates.of(Map.of("outer.ftl", use + "\n", "kubeconfig.ftl", "a: 1\n"));
      assertThrows(
          RenderingFailure.class, () -> renderer.render(new Outer("k", new Kubeconfig("s"))), use);
    }
  }

  @Test
  void treesAreWrittenInTheOrderGiven() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("z", 1);
    spec.put("a", List.of(Map.of("name", "x"), List.of(1, "1"), List.of(), Map.of()));
    spec.put("no", new LinkedHashMap<>(Map.of("k", "v")));
    spec.put("text", "one\n\n  two\n");
    spec.put("open", "one\ntwo");
    spec.put("numbers", List.of(1.5, 1e30, new BigDecimal("1.10"), Long.MAX_VALUE, true));
    assertEquals(
        """
        kind: A
        spec:
          z: 1
          a:
            - name: x
            - - 1
              - "1"
            - []
            - {}
          "no":
            k: v
          text: |
            one

              two
          open: |-
            one
            two
          numbers:
            - 1.5
            - 1000000000000000000000000000000
            - 1.10
            - 9223372036854775807
            - true
        last: true
        """,
        tree(spec));
  }

  @Test
  void nullAndEmptyTreesAreWritten() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("nothing", null);
    assertEquals("kind: A\nspec:\n  nothing: null\nlast: true\n", tree(spec));
    assertEquals("kind: A\nspec:\n  {}\nlast: true\n", tree(Map.of()));
    assertEquals("kind: A\nspec:\n  []\nlast: true\n", tree(List.of()));
  }

  @Test
  void everyTreeComesBack() {
    Map<String, Object> spec = new LinkedHashMap<>();
    List<Object> list = new ArrayList<>();
    for (String string : NastyStrings.all()) {
      if (string.length() < 1000) {
        spec.put(string, List.of(string, Map.of("k", string), List.of(List.of(string))));
      }
      list.add(string);
      list.add(Map.of("s", string));
    }
    spec.put("list", list);
    JsonNode read = new YAMLMapper().readTree(tree(spec)).get("spec");
    JsonNode meant = JsonMapper.shared().valueToTree(spec);
    assertEquals(meant, read);
  }
}
