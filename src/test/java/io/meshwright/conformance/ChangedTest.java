package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** After a change of the topology real API servers hold other objects where other files are. */
@Conformance(Part.APISERVER)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedTest {
  private final Programs programs = Programs.found();
  private final Servers servers = Servers.of(programs);
  private final SortedMap<String, String> proven = new TreeMap<>();
  private final Path folder;

  ChangedTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /**
   * A change of a topology.
   *
   * @param title what changes
   * @param old the text that goes
   * @param by the text that comes
   * @param objects how many objects are others, or come, or go
   */
  private record Change(String title, String old, String by, int objects) {}

  @Test
  void severalPrimaries() throws IOException, InterruptedException {
    check(
        "multi-primary",
        new Change("another annotation of a Service", "nlb", "external", 0),
        new Change("another network's name", "us\n", "usa\n", 1),
        new Change("another API server's address", "https://us1", "https://us2", 1),
        new Change("tokens are not published", "publish: true", "publish: false", 2),
        new Change(
            "certificates elsewhere in the store",
            "source: externalSecrets",
            "path: \"certificates/{mesh}/{cluster}\"",
            2));
  }

  @Test
  void theMeshOf2020() throws IOException, InterruptedException {
    check("seed", new Change("another gateway's address", "192.168.0.21", "192.168.0.22", 1));
  }

  @Test
  void aClusterGoes() throws IOException, InterruptedException {
    TestMesh mesh = TestMesh.example("single-network").copiedTo(folder.resolve("gone"));
    String text = mesh.text();
    String edge =
        text.substring(text.indexOf("    - name: edge"), text.indexOf("  overlays: [overlays/all"));
    try (ServedMesh served =
        ServedMesh.of(servers, folder.resolve("gone-output"), mesh.rendered())) {
      served.becomes(mesh.rendered());
      // its namespace, token and publication; two remote Secrets; what lets it in
      Change change = new Change("a remote goes", edge, "", 3 + 2 + 2);
      apply(served, mesh, "single-network", change);
      Pattern word = Pattern.compile("\\bedge\\b");
      served
          .applied()
          .forEach(
              (name, object) -> {
                assertFalse(name.startsWith("edge: "), name);
                assertFalse(word.matcher(object.toString()).find(), object::toString);
              });
    }
  }

  @AfterAll
  void thePageSaysSo() throws IOException, InterruptedException {
    servers.close();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Each layer of a cluster is a set that kubectl applies and prunes (`--prune --applyset`)."
            + " After a change of an example's topology the\nservers hold exactly those objects"
            + " otherwise whose files are others. Of a cluster that goes nothing is left, in its own"
            + " server and in\nthe others'; only the end of a namespace is played, as no controller"
            + " runs.\n");
    lines.add("| example | change | objects |");
    lines.add("|---|---|---|");
    lines.addAll(proven.values());
    Page.chapter("What changes is what the files say", programs, lines);
  }

  private void check(String example, Change... changes) throws IOException, InterruptedException {
    TestMesh mesh = TestMesh.example(example).copiedTo(folder.resolve(example));
    RenderedMesh first = mesh.rendered();
    try (ServedMesh served = ServedMesh.of(servers, folder.resolve(example + "-output"), first)) {
      served.becomes(first);
      for (Change change : changes) {
        apply(served, mesh, example, change);
        served.becomes(first);
      }
    }
  }

  /** Applies a change, and compares what the servers wrote with the files that are others. */
  private void apply(ServedMesh served, TestMesh mesh, String example, Change change)
      throws IOException, InterruptedException {
    String before = TestMesh.example(example).text();
    String text = before.replace(change.old(), change.by());
    assertNotEquals(before, text, change.title());
    SortedMap<String, String> files = served.texts();
    SortedMap<String, JsonNode> objects = served.applied();
    served.becomes(mesh.rendered(text));
    Set<String> changed = differences(objects, served.applied());
    assertEquals(differences(files, served.texts()), changed, change.title());
    assertEquals(change.objects(), changed.size(), changed::toString);
    String row = "| [%1$s](../examples/%1$s) | %2$s | %3$d |";
    proven.put(example + change.title(), row.formatted(example, change.title(), change.objects()));
  }

  private static <T> Set<String> differences(Map<String, T> before, Map<String, T> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    return names;
  }
}
