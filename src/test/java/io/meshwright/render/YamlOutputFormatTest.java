package io.meshwright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.plan.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class YamlOutputFormatTest {
  private static final List<String> STRINGS = NastyStrings.all();

  record Strings(List<String> values) implements Document {
    @Override
    public String template() {
      return "strings.ftl";
    }
  }

  private static String rendered() {
    return TestTemplates.of(
            "strings.ftl",
            """
            values:
            <#list values as value>
              - ${value}
            </#list>
            """)
        .render(new Strings(STRINGS));
  }

  /** A ConfigMap whose keys are harmless and whose values are the strings. */
  private static String configMap() {
    Map<String, String> data = new LinkedHashMap<>();
    for (int i = 0; i < STRINGS.size(); i++) {
      data.put("k" + i, STRINGS.get(i));
    }
    StringBuilder out = new StringBuilder();
    out.append("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: nasty\ndata:\n");
    new TreeWriter(out).write(data, 2);
    return out.toString();
  }

  @Test
  void thereAreManyNastyStrings() {
    assertTrue(STRINGS.size() > 280, () -> "only " + STRINGS.size());
  }

  @Test
  void everyStringComesBackFromYaml12() {
    JsonNode values = new YAMLMapper().readTree(rendered()).get("values");
    for (int i = 0; i < STRINGS.size(); i++) {
      assertTrue(values.get(i).isString(), STRINGS.get(i));
      assertEquals(STRINGS.get(i), values.get(i).stringValue());
    }
    assertEquals(STRINGS.size(), values.size());
  }

  @Test
  void everyStringComesBackAsAKey() {
    Map<String, String> map = new LinkedHashMap<>();
    for (String string : STRINGS) {
      map.put(string, string);
    }
    record Labels(Map<String, String> labels) implements Document {
      @Override
      public String template() {
        return "labels.ftl";
      }
    }
    String text =
        TestTemplates.of("labels.ftl", "labels:\n<#list labels as k, v>\n  ${k}: ${v}\n</#list>\n")
            .render(new Labels(withoutLongKeys(map)));
    assertEquals(
        withoutLongKeys(map),
        new YAMLMapper()
            .convertValue(
                new YAMLMapper().readTree(text).get("labels"),
                new TypeReference<Map<String, String>>() {}));
  }

  /** A simple key has at most 1024 characters in YAML. */
  private static Map<String, String> withoutLongKeys(Map<String, String> map) {
    Map<String, String> kept = new LinkedHashMap<>(map);
    kept.keySet().removeIf(key -> key.length() > 1000);
    return kept;
  }

  @Test
  void everyStringComesBackFromYaml11(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("strings.yaml"), rendered());
    String script =
        "import json,sys,yaml\nprint(json.dumps(yaml.safe_load(open(sys.argv[1],'rb'))['values']))";
    List<String> command = List.of("python3", "-c", script, file.toString());
    assertEquals(
        STRINGS, JsonMapper.shared().readValue(run(command), new TypeReference<List<String>>() {}));
  }

  @Test
  void everyStringComesBackFromKubectl(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("nasty.yaml"), configMap());
    String built =
        run(List.of("kubectl", "label", "--local", "-f", file.toString(), "a=b", "-o", "json"));
    JsonNode data = JsonMapper.shared().readTree(built).get("data");
    List<String> read = new ArrayList<>();
    for (int i = 0; i < STRINGS.size(); i++) {
      read.add(data.get("k" + i).stringValue());
    }
    assertEquals(STRINGS, read);
  }

  /** Runs a tool; where it is not installed, the test is skipped and says so. */
  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException missing) {
      return Assumptions.abort(command.get(0) + " is not installed");
    }
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    Assumptions.assumeTrue(
        process.exitValue() == 0 || !command.get(0).equals("python3"), "PyYAML is not installed");
    assertEquals(0, process.exitValue(), output);
    return output;
  }

  @Test
  void ordinaryWordsStayBare() {
    for (String word :
        List.of("istio-system", "/inject/cluster/c1/net/n1", "a.b_c", "https://a.example:6443")) {
      assertTrue(PlainScalar.isSafe(word), word);
    }
    for (String word : List.of("", "no", "Off", "1-30-3", "10.0.0.1", "*.local", "a: b", "a:")) {
      assertFalse(PlainScalar.isSafe(word), word);
    }
  }

  @Test
  void whatAReviewerCannotSeeIsEscaped() {
    assertEquals(
        "\"a\\u202eb\\u2028\\u0085\"",
        YamlOutputFormat.INSTANCE.escapePlainText("a\u202eb\u2028\u0085"));
  }

  @Test
  void halfASurrogatePairIsRefused() {
    for (String broken : List.of("\ud83d", "a\ud83d", "\ude00a", "\ude00\ud83d")) {
      assertThrows(
          IllegalArgumentException.class, () -> YamlOutputFormat.INSTANCE.escapePlainText(broken));
    }
  }
}
