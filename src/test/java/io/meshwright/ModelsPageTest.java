package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.graph.PictureFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * The topologies that docs/models.md shows are right, and its pictures are of them; -Dupdate=true
 * draws them anew.
 */
class ModelsPageTest {
  private static final Path DOCS = Path.of("docs");
  private static final Path PAGE = DOCS.resolve("models.md");
  private static final Pattern MODEL =
      Pattern.compile(
          "```yaml\n(.*?)```\n!\\[[^\\]]+\\]\\(models/([a-z-]+)\\.svg\\)", Pattern.DOTALL);
  private static final Pattern PICTURE = Pattern.compile("\\]\\(models/([a-z-]+)\\.svg\\)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https:)([^)#]+)\\)");
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
    for (MatchResult model : MODEL.matcher(Files.readString(PAGE)).results().toList()) {
      String name = model.group(2);
      RenderedMesh rendered = mesh.rendered(whole(name, model.group(1)));
      drawn.put(name, PictureFormat.SVG.draw(rendered.facts()));
    }
    for (Map.Entry<String, String> picture : drawn.entrySet()) {
      Path file = DOCS.resolve("models").resolve(picture.getKey() + ".svg");
      if (Boolean.getBoolean("meshwright.update")) {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, picture.getValue());
      }
      assertEquals(picture.getValue(), Files.readString(file), "./mvnw test -Dupdate=true");
    }
  }

  @Test
  void everyPictureIsShownAndThere() throws IOException {
    TreeSet<String> shown = new TreeSet<>();
    Matcher picture = PICTURE.matcher(Files.readString(PAGE));
    while (picture.find()) {
      shown.add(picture.group(1) + ".svg");
    }
    try (Stream<Path> files = Files.list(DOCS.resolve("models"))) {
      assertEquals(shown.stream().toList(), files.map(f -> f.getFileName() + "").sorted().toList());
    }
  }

  @Test
  void everyExampleIsOnThePageAndEveryLinkLeadsSomewhere() throws IOException {
    String page = Files.readString(PAGE);
    for (TestMesh example : TestMesh.examples()) {
      assertTrue(page.contains("(../examples/" + example + ")"), example::toString);
    }
    LINK.matcher(page)
        .results()
        .forEach(link -> assertTrue(Files.exists(DOCS.resolve(link.group(1))), link.group(1)));
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
