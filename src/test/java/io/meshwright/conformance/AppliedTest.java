package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Real API servers take the layers of every example, in order, and a second time change nothing.
 */
@Conformance(Part.APISERVER)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppliedTest {
  /**
   * What istiod and the controllers of Kubernetes write, such as a webhook's caBundle, is not in
   * it.
   */
  private static final Set<String> KINDS =
      Set.of(
          "ConfigMap",
          "DestinationRule",
          "ExternalSecret",
          "Gateway",
          "Namespace",
          "PushSecret",
          "Secret",
          "TLSRoute",
          "VirtualService");

  private final Programs programs = Programs.found();
  private final Servers servers = Servers.of(programs);
  private static final String SEEN =
      "{\"metadata\": {\"annotations\": {\"example.com/seen\": \"yes\"}}}";

  /** The kind of a Secret that a controller of Kubernetes fills. */
  private static final String TOKEN = "type: kubernetes.io/service-account-token\n";

  private final List<Grid.Cell> cells = new ArrayList<>();
  private final AtomicInteger filled = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<String> proven =
      new ArrayList<>(
          List.of(
              "Each cluster has a server of its own, which takes its layers in the order that `render`"
                  + " prints. Without Istio's definitions the\nlayer `mesh` is refused. A second"
                  + " apply changes nothing, also after others have written into the objects; no"
                  + " object is\nof a kind that istiod writes (webhooks, Endpoints).\n",
              "| example | Istio | clusters | objects | Istio's definitions |",
              "|---|---|---|---|---|"));

  /** Those that kubectl applies: what engines are told is for the engines' own runs. */
  static List<TestMesh> examples() throws IOException {
    List<TestMesh> examples = new ArrayList<>();
    for (TestMesh example : TestMesh.examples()) {
      if (!example.text().contains("  gitops:\n")) {
        examples.add(example);
      }
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyLayerIsTakenAndStaysAsItIs(TestMesh example, @TempDir Path folder)
      throws IOException, InterruptedException {
    RenderedMesh mesh = example.rendered();
    try (ServedMesh served = ServedMesh.of(servers, folder, mesh)) {
      served.applyBootstrap();
      refusesWhatIsNotDefined(served);
      served.apply();
      SortedMap<String, JsonNode> applied = served.applied();
      assertEquals(served.objects().keySet(), applied.keySet());
      applied
          .values()
          .forEach(object -> assertTrue(KINDS.contains(object.path("kind").asString())));
      changesNothing(served, applied);
      write(served);
      changesNothing(served, served.applied());
      proven.add(row(example, mesh, applied.size()));
      cells.add(Grid.Cell.of(mesh.facts().topology()).orElseThrow());
    }
  }

  @AfterAll
  void thePageSaysSo() throws IOException, InterruptedException {
    servers.close();
    assertTrue(refused.get() > 0, "no layer needs Istio's definitions");
    assertTrue(filled.get() > 0, "no Secret has a token");
    Page.chapter("Accepted, applied, stable", programs, proven);
    Grid.proven(Proof.APPLIED, cells, cells.stream().map(Grid.Cell::minor).toList());
  }

  private String row(TestMesh example, RenderedMesh mesh, int objects)
      throws IOException, InterruptedException {
    String version = mesh.facts().topology().istio().version().toString();
    Definitions used =
        Definitions.istio(programs, mesh.facts().topology().istio().version().minor());
    return "| [%1$s](../examples/%1$s) | %2$s | %3$d | %4$d | %5$s |"
        .formatted(example, version, mesh.clusters().size(), objects, used.module());
  }

  /** Without Istio's definitions its objects are refused, so that acceptance says something. */
  private void refusesWhatIsNotDefined(ServedMesh served) throws IOException, InterruptedException {
    AtOnce.each(
        served.clusters(),
        cluster -> {
          Path mesh = served.layer(cluster, "mesh");
          if (Files.exists(mesh.resolve("cross-network-gateway.yaml"))
              || Files.exists(mesh.resolve("eastwest-gateway.yaml"))
              || Files.exists(mesh.resolve("istiod-gateway.yaml"))) {
            Tool.Run run = served.kubectl(cluster).apply(mesh);
            assertEquals(1, run.exit());
            assertTrue(run.error().contains("no matches for kind \"Gateway\""), run::error);
            refused.incrementAndGet();
          }
        });
  }

  private static void changesNothing(ServedMesh served, SortedMap<String, JsonNode> before)
      throws IOException, InterruptedException {
    AtOnce.each(
        served.clusters(),
        cluster -> {
          Path layers = served.together(cluster);
          served.kubectl(cluster).hasNothingToChange(layers);
          served.kubectl(cluster).accepts(layers);
        });
    assertEquals(before, served.applied());
  }

  /** Writes into what is applied as controllers do, such as the token into its Secret. */
  private void write(ServedMesh served) throws IOException, InterruptedException {
    AtOnce.each(
        served.clusters(),
        cluster -> {
          Kubectl kubectl = served.kubectl(cluster);
          kubectl.patch(served.together(cluster), SEEN);
          for (Map.Entry<String, Path> object : served.objects().entrySet()) {
            String text = Files.readString(object.getValue());
            if (object.getKey().startsWith(cluster + ": Secret ") && text.contains(TOKEN)) {
              kubectl.patch(object.getValue(), "{\"data\": {\"token\": \"dG9rZW4=\"}}");
              filled.incrementAndGet();
            }
          }
        });
  }
}
