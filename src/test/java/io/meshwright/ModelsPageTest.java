package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.graph.PictureFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/models.md leads to every model and every example; the topologies of the models' pages are
 * right, and their pictures are of them. -Dupdate=true draws them anew.
 */
class ModelsPageTest {
  private static final Path DOCS = Path.of("docs");
  private static final Path MAP = DOCS.resolve("models.md");
  private static final Path PAGES = DOCS.resolve("models");
  private static final Pattern MODEL =
      Pattern.compile("```yaml\n(.*?)```\n!\\[[^\\]]+\\]\\(([a-z-]+)\\.svg\\)", Pattern.DOTALL);
  private static final Pattern PICTURE = Pattern.compile("\\]\\(([a-z-]+\\.svg)\\)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https:)([^)#]+)");
  private static final Pattern EXAMPLE =
      Pattern.compile("\\]\\(\\.\\./\\.\\./examples/([a-z0-9-]+)\\) is whole");
  private static final List<String> SECTIONS =
      List.of(
          "\n## What Istio calls it\n",
          "\n## When to choose it\n",
          "\n## What it costs\n",
          "\n## Example\n");
  private static final Pattern CLUSTER = Pattern.compile("(- \\{?name: (\\w+))(,|\n)");
  private static final TestMesh LARGE = new TestMesh(Path.of("src/test/resources/graph/large"));

  private TestMesh mesh = LARGE;

  @BeforeEach
  void inAFolder(@TempDir Path temporary) throws IOException {
    mesh = LARGE.copiedTo(temporary);
  }

  @Test
  void picturesAreOfTheTopologiesBesideThem() throws IOException {
    Map<String, String> drawn = new TreeMap<>();
    drawn.put("large", PictureFormat.SVG.draw(LARGE.rendered().facts()));
    for (Map.Entry<String, String> page : pages().entrySet()) {
      List<MatchResult> models = MODEL.matcher(page.getValue()).results().toList();
      assertEquals(1, models.size(), page.getKey());
      MatchResult model = models.get(0);
      assertEquals(page.getKey(), model.group(2), "the page and its picture");
      RenderedMesh rendered = mesh.rendered(whole(page.getKey(), model.group(1)));
      drawn.put(page.getKey(), PictureFormat.SVG.draw(rendered.facts()));
    }
    for (Map.Entry<String, String> picture : drawn.entrySet()) {
      Path file = PAGES.resolve(picture.getKey() + ".svg");
      if (Boolean.getBoolean("meshwright.update")) {
        Files.writeString(file, picture.getValue());
      }
      assertEquals(picture.getValue(), Files.readString(file), "./mvnw test -Dupdate=true");
    }
  }

  @Test
  void everyPictureIsShown() throws IOException {
    TreeSet<String> shown = new TreeSet<>();
    for (String page : pages().values()) {
      PICTURE.matcher(page).results().forEach(picture -> shown.add(picture.group(1)));
    }
    assertEquals(shown.stream().toList(), files(".svg"));
  }

  @Test
  void everyPageSaysWhatAReaderAsksOfAModel() throws IOException {
    for (Map.Entry<String, String> page : pages().entrySet()) {
      int at = 0;
      for (String section : SECTIONS) {
        int next = page.getValue().indexOf(section);
        assertTrue(next > at, () -> page.getKey() + " lacks" + section);
        at = next;
      }
      assertTrue(page.getValue().contains("istio.io/"), page.getKey());
      Matcher example = EXAMPLE.matcher(page.getValue());
      assertTrue(example.find(), page.getKey());
      assertTrue(
          page.getValue().contains("(../../output/" + example.group(1) + ")"), page.getKey());
    }
  }

  @Test
  void everyPageAndEveryExampleIsOnTheMap() throws IOException {
    String map = Files.readString(MAP);
    for (String page : files(".md")) {
      assertTrue(map.contains("(models/" + page + ")"), page);
    }
    for (TestMesh example : TestMesh.examples()) {
      assertTrue(map.contains("(../examples/" + example + ")"), example::toString);
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    Map<Path, String> texts = new TreeMap<>(Map.of(MAP, Files.readString(MAP)));
    pages().forEach((name, text) -> texts.put(PAGES.resolve(name + ".md"), text));
    texts.forEach(
        (page, text) ->
            LINK.matcher(text)
                .results()
                .map(link -> page.resolveSibling(link.group(1)))
                .forEach(to -> assertTrue(Files.exists(to), () -> page + ": " + to)));
  }

  /** Returns the page of each model, by the model's name. */
  private static Map<String, String> pages() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    for (String file : files(".md")) {
      pages.put(file.substring(0, file.length() - 3), Files.readString(PAGES.resolve(file)));
    }
    assertFalse(pages.isEmpty());
    return pages;
  }

  private static List<String> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .sorted()
          .toList();
    }
  }

  /** Adds what the page leaves out, since it makes no difference to the model. */
  private static String whole(String name, String words) {
    Matcher cluster = CLUSTER.matcher(words.substring(words.indexOf("clusters:")));
    String clusters =
        cluster.replaceAll(
            found -> {
              boolean flow = found.group(1).contains("{");
              if (!flow && words.substring(words.indexOf(found.group())).contains("apiServer:")) {
                return found.group();
              }
              String server =
                  "apiServer: {url: \"https://"
                      + found.group(2)
                      + ".example.com\", caFile: ca.pem}";
              return found.group(1) + (flow ? ", " + server + "," : "\n    " + server + "\n");
            });
    String spec = words.substring(0, words.indexOf("clusters:")) + clusters;
    String version = spec.contains("istio:\n") ? "" : "istio: {version: \"1.30.3\"}\n";
    return "apiVersion: meshwright.io/v1\nkind: MeshTopology\nmetadata: {name: "
        + name
        + "}\nspec:\n"
        + (version + "secrets: {store: {name: vault}}\n" + spec).indent(2);
  }
}
