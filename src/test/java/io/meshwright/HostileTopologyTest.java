package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Whatever a topology says in one of its strings is refused, or exactly that scalar differs. */
@ParameterizedClass
@MethodSource("meshes")
class HostileTopologyTest {
  /** The words of the rich topology that stand nowhere else. */
  private static final Pattern WORD = Pattern.compile("\\bq[a-z]+\\b");

  /** What only a program says about itself. */
  private static final Pattern MACHINERY =
      Pattern.compile(
          "(?i)freemarker|jackson|snakeyaml|networknt|exception|java\\.|io\\.meshwright|\\[source");

  private final TestMesh original;
  private final int fewWords;
  private final Path folder;
  private TestMesh mesh;
  private JsonNode topology;
  private Map<String, JsonNode> meant;

  HostileTopologyTest(TestMesh original, int fewWords, @TempDir Path folder) {
    this.original = original;
    this.fewWords = fewWords;
    this.folder = folder;
  }

  /** Each with a number of words that it has more than. */
  static List<Arguments> meshes() {
    return List.of(
        arguments(TestMesh.rich(), 35),
        arguments(TestMesh.ingressGateways(), 10),
        arguments(TestMesh.ambient(), 15),
        arguments(TestMesh.hosted(), 20),
        arguments(TestMesh.kubernetesGateways(), 15),
        arguments(TestMesh.versions(), 10),
        arguments(TestMesh.argoCd(), 10),
        arguments(TestMesh.flux(), 10));
  }

  @BeforeEach
  void renderTheOriginal() throws IOException {
    mesh = original.copiedTo(folder.resolve("mesh"));
    topology = mesh.tree();
    meant = parsed(mesh.rendered());
  }

  @Test
  void theWordsAreTellable() {
    Set<String> words = words();
    assertTrue(words.size() > fewWords, words::toString);
    for (String word : words) {
      List<String> in = words.stream().filter(other -> other.contains(word)).toList();
      assertEquals(List.of(word), in, "replacing the first would change the second");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "010",
        "a: b #",
        "${7*7}",
        "<#assign x=1>",
        "x\n---\nkind: Secret",
        "{{ .token }}",
        "x\" y",
        "生产",
        "../x",
        ""
      })
  void aHostileStringIsRefusedOrStaysOne(String hostile) throws IOException {
    int rendered = 0;
    Set<String> words = words();
    for (JsonPointer place : Trees.strings(topology)) {
      String old = topology.at(place).stringValue();
      if (!words.contains(old)) {
        rendered += check(Trees.with(topology, place, StringNode.valueOf(hostile)), old, hostile);
      }
    }
    for (String word : words) {
      rendered += check(Trees.replaced(topology, word, hostile), word, hostile);
    }
    int atLeast = rendered;
    assertTrue(rendered > 0, () -> "rendered " + atLeast + " of them");
  }

  /** Returns 1 if the topology was rendered, 0 if it was refused. */
  private int check(JsonNode changed, String old, String hostile) throws IOException {
    RenderResult result = mesh.render(Trees.flow(changed));
    String about = "\"" + hostile + "\" in the place of \"" + old + "\": " + result.diagnostics();
    for (Diagnostic finding : result.diagnostics()) {
      assertFalse(MACHINERY.matcher(finding.message() + finding.help()).find(), about);
    }
    if (result.mesh().isEmpty()) {
      assertFalse(result.diagnostics().isEmpty(), about);
      return 0;
    }
    Map<String, JsonNode> expected = new LinkedHashMap<>();
    meant.forEach(
        (path, tree) ->
            expected.put(path.replace(old, hostile), inOrder(Trees.replaced(tree, old, hostile))));
    Map<String, JsonNode> found = parsed(result.mesh().orElseThrow());
    assertEquals(expected.keySet(), found.keySet(), about);
    found.forEach((path, tree) -> assertEquals(expected.get(path), tree, () -> path + " " + about));
    return 1;
  }

  /** A kustomization lists files in the order of their names, of which some hold a revision. */
  private static JsonNode inOrder(JsonNode tree) {
    if (tree.has("resources")) {
      List<String> files =
          tree.path("resources").valueStream().map(JsonNode::asString).sorted().toList();
      ArrayNode resources = ((ObjectNode) tree).putArray("resources");
      files.forEach(resources::add);
    }
    return tree;
  }

  private Set<String> words() {
    Set<String> words = new TreeSet<>();
    Matcher word = WORD.matcher(Trees.flow(topology));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  private static Map<String, JsonNode> parsed(RenderedMesh mesh) {
    Map<String, JsonNode> parsed = new LinkedHashMap<>();
    TestMesh.files(mesh)
        .forEach((path, text) -> parsed.put(path, Trees.expanded(Trees.read(text))));
    return parsed;
  }

  /** Otherwise a field that is rendered one day would not be tried. */
  @Test
  void everyFieldStandsInTheTopologyOrIsNotRenderedYet() throws IOException {
    List<String> forgotten = new ArrayList<>();
    for (SchemaField field : SchemaField.all()) {
      boolean there =
          field.isIn(TestMesh.rich().tree())
              || field.isIn(TestMesh.hosted().tree())
              || field.isIn(TestMesh.versions().tree())
              || field.isIn(TestMesh.argoCd().tree())
              || field.isIn(TestMesh.flux().tree());
      if (!there && !isRefused(field.setIn(topology))) {
        forgotten.add(field.path());
      }
    }
    assertEquals(List.of(), forgotten);
  }

  private boolean isRefused(JsonNode changed) throws IOException {
    return mesh.render(Trees.flow(changed)).diagnostics().stream()
        .anyMatch(finding -> finding.rule().equals("not-rendered-yet"));
  }
}
