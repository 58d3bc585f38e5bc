package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.output.ClusterFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is rendered depends on what the topology means, and on nothing else. */
class SameBytesTest {
  /** Lists of named things, in which order means nothing. */
  private static final Set<String> UNORDERED = Set.of("clusters", "networks");

  private final Path folder;
  private TestMesh mesh;
  private List<ClusterFiles> meant;

  SameBytesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void renderTheOriginal() throws IOException {
    mesh = TestMesh.rich().copiedTo(folder.resolve("mesh"));
    meant = mesh.rendered().clusters();
    assertTrue(meant.size() > 4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void orderOfClustersNetworksAndKeysMeansNothing(long seed) throws IOException {
    JsonNode shuffled = shuffled(mesh.tree(), "", new Random(seed));
    assertNotEquals(Trees.flow(mesh.tree()), Trees.flow(shuffled));
    same(mesh.rendered(Trees.flow(shuffled)));
  }

  @Test
  void lineEndsMeanNothing() throws IOException {
    same(mesh.rendered(mesh.text().replace("\n", "\r\n")));
    same(mesh.rendered("\ufeff" + mesh.text().stripTrailing()));
  }

  @Test
  void styleMeansNothing() throws IOException {
    JsonNode tree = mesh.tree();
    same(mesh.rendered(Trees.flow(tree)));
    for (int indent : List.of(1, 2, 4, 7)) {
      same(mesh.rendered(Trees.block(tree, indent)));
    }
    same(mesh.rendered("---\n# a comment\n\n" + Trees.block(tree, 3) + "\n\n...\n"));
  }

  @Test
  void localeAndTimeZoneMeanNothing() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        same(mesh.rendered());
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void theFolderMeansNothing() throws IOException {
    same(mesh.copiedTo(folder.resolve("another folder/with ünusual names/x")).rendered());
  }

  @Test
  void runsInOneProcessDoNotDisturbEachOther()
      throws InterruptedException, ExecutionException, IOException {
    TestMesh other = TestMesh.example("single-network");
    List<ClusterFiles> others = other.rendered().clusters();
    List<Callable<RenderedMesh>> runs = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      runs.add(i % 2 == 0 ? mesh::rendered : other::rendered);
    }
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<RenderedMesh>> results = threads.invokeAll(runs);
      for (int i = 0; i < results.size(); i++) {
        assertEquals(i % 2 == 0 ? meant : others, results.get(i).get().clusters());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void someClustersAloneHaveTheSameBytes() {
    for (ClusterFiles cluster : meant) {
      RenderResult one =
          TestMesh.render(mesh.topology(), Optional.empty(), cluster.cluster()::equals);
      assertEquals(List.of(cluster), one.mesh().orElseThrow().clusters());
    }
  }

  private void same(RenderedMesh rendered) {
    assertEquals(meant, rendered.clusters());
  }

  private static JsonNode shuffled(JsonNode node, String key, Random random) {
    if (node.isObject()) {
      List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(node.properties());
      Collections.shuffle(entries, random);
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      entries.forEach(e -> copy.set(e.getKey(), shuffled(e.getValue(), e.getKey(), random)));
      return copy;
    }
    if (node.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      node.forEach(item -> items.add(shuffled(item, "", random)));
      if (UNORDERED.contains(key)) {
        Collections.shuffle(items, random);
      }
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      return copy.addAll(items);
    }
    return node;
  }
}
