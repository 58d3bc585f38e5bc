package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.RenderResult;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.Tool;
import io.meshwright.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real API servers take every layer of many meshes, whatever a topology says. */
@Conformance(Part.APISERVER)
class RandomMeshesTest {
  private static final int ROUNDS = 60;
  private static final int OF_EACH = 2;
  private static final int LEAST = 300;
  private static final List<String> LAYERS = List.of("bootstrap", "mesh", "peers");
  private static final List<String> VARIED =
      List.of(
          "addressesFor: ",
          "api: gateway",
          "canary: ",
          "cidrs: ",
          "config: ",
          "dataPlane: ambient",
          "istio: {version: ",
          "loadBalancerIP: ",
          "nodeSelector: ",
          "reachableFrom: ",
          "role: external",
          "tags: [stable]",
          "role: remote",
          "tls: passthrough",
          "discovery: static",
          "exposure: nodePort",
          "exposure: externalIP",
          "exposure: hostPort",
          "exposure: none",
          "exposure: service",
          "install: operator",
          "istiod: {host: ",
          "kind: SecretStore",
          "proxyUrl: ",
          "publish: true",
          "revision: ",
          "source: none",
          "tlsServerName: ",
          "trustDomain: ");

  private final Programs programs = Programs.found();
  private final Path folder;

  RandomMeshesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /**
   * A mesh that is right, and written.
   *
   * @param mesh the mesh
   * @param cell its place among models and versions, where it has one
   * @param clusters the folders of its clusters
   */
  private record Sample(RandomMesh mesh, Optional<Grid.Cell> cell, List<Path> clusters) {}

  @Test
  void everyLayerOfEveryMeshIsTaken() throws IOException, InterruptedException {
    Map<Integer, List<Sample>> byDefinitions = new TreeMap<>();
    List<Grid.Cell> cells = new ArrayList<>();
    for (Sample sample : samples()) {
      int set = Definitions.istioSet(sample.mesh().minor());
      byDefinitions.computeIfAbsent(set, key -> new ArrayList<>()).add(sample);
      sample.cell().ifPresent(cells::add);
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "A server takes the layers `bootstrap`, `mesh` and `peers` of every cluster of random"
            + " topologies, the same at every run, two\nof each model in each version"
            + " that has it. Clusters whose system namespace has the same name come one over the"
            + " other; then a second\napply of each would change nothing. A field that its"
            + " definition does not have is refused.\n");
    lines.add("| Istio | meshes | clusters | objects | Istio's definitions |");
    lines.add("|---|---|---|---|---|");
    for (List<Sample> samples : byDefinitions.values()) {
      lines.add(taken(samples));
    }
    Page.chapter("Random meshes", programs, lines);
    Grid.proven(Proof.OBJECTS, cells, cells.stream().map(Grid.Cell::minor).toList());
  }

  private List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    Map<Integer, Integer> places = new TreeMap<>();
    StringBuilder topologies = new StringBuilder();
    for (int seed = 0; seed < ROUNDS * RandomMesh.ROUND; seed++) {
      int place = seed % RandomMesh.ROUND;
      if (!RandomMesh.exists(seed) || places.getOrDefault(place, 0) == OF_EACH) {
        continue;
      }
      RandomMesh mesh = RandomMesh.of(seed);
      Path home = Files.createDirectories(folder.resolve("mesh" + seed));
      Files.copy(TestMesh.EXAMPLES.resolve("multi-primary/pki/eu1.pem"), home.resolve("ca.pem"));
      RenderResult result = new TestMesh(home).render(mesh.text());
      if (result.diagnostics().stream().noneMatch(found -> found.severity() == Severity.ERROR)) {
        places.merge(place, 1, Integer::sum);
        samples.add(written(mesh, home, result.mesh().orElseThrow()));
        topologies.append(mesh.text());
      }
    }
    assertTrue(samples.size() >= LEAST, "too few topologies are right");
    VARIED.forEach(words -> assertTrue(topologies.indexOf(words) >= 0, words));
    return samples;
  }

  private static Sample written(RandomMesh mesh, Path home, RenderedMesh rendered)
      throws IOException {
    TestMesh.write(rendered, home);
    List<Path> clusters =
        rendered.clusters().stream().map(files -> home.resolve(files.cluster())).toList();
    return new Sample(mesh, Grid.Cell.of(rendered.facts().topology()), clusters);
  }

  /** Has a server take meshes of the same definitions, and returns the row that says so. */
  private String taken(List<Sample> samples) throws IOException, InterruptedException {
    int first = samples.stream().mapToInt(sample -> sample.mesh().minor()).min().orElseThrow();
    int last = samples.stream().mapToInt(sample -> sample.mesh().minor()).max().orElseThrow();
    Definitions istio = Definitions.istio(programs, first);
    try (ApiServer server = ApiServer.start(programs)) {
      Kubectl kubectl = server.kubectl();
      kubectl.define(istio);
      kubectl.define(Definitions.externalSecrets(programs));
      kubectl.define(Definitions.gatewayApi(programs, first));
      int objects = 0;
      for (List<Path> clusters : turns(samples)) {
        objects += takes(kubectl, clusters);
      }
      refuses(kubectl, samples, "mesh/cross-network-gateway.yaml", "selector:");
      refuses(kubectl, samples, "bootstrap/cacerts.yaml", "refreshInterval:");
      return "| 1.%d%s | %d | %d | %d | %s |"
          .formatted(
              first,
              first == last ? "" : " – 1." + last,
              samples.size(),
              samples.stream().mapToInt(sample -> sample.clusters().size()).sum(),
              objects,
              istio.module());
    }
  }

  /** Returns clusters that do not meet in a namespace, turn by turn, until all had theirs. */
  private static List<List<Path>> turns(List<Sample> samples) {
    Map<String, List<Path>> byNamespace = new TreeMap<>();
    for (Sample sample : samples) {
      byNamespace
          .computeIfAbsent(sample.mesh().namespace(), key -> new ArrayList<>())
          .addAll(sample.clusters());
    }
    int most = byNamespace.values().stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, most)
        .mapToObj(
            turn ->
                byNamespace.values().stream()
                    .filter(clusters -> clusters.size() > turn)
                    .map(clusters -> clusters.get(turn))
                    .toList())
        .toList();
  }

  /** Applies layer by layer, and returns how many objects they hold. */
  private int takes(Kubectl kubectl, List<Path> clusters) throws IOException, InterruptedException {
    List<Path> applied = new ArrayList<>();
    int objects = 0;
    for (String layer : LAYERS) {
      List<Path> layers =
          clusters.stream()
              .map(cluster -> cluster.resolve(layer))
              .filter(path -> Files.exists(path.resolve("kustomization.yaml")))
              .toList();
      objects += layers.isEmpty() ? 0 : kubectl.accepts(together(layers));
      applied.addAll(layers);
    }
    kubectl.hasNothingToChange(together(applied));
    return objects;
  }

  private Path together(List<Path> layers) throws IOException {
    Path all = Files.createTempDirectory(folder, "layers");
    StringBuilder text =
        new StringBuilder(
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n");
    layers.forEach(layer -> text.append("  - ").append(all.relativize(layer)).append('\n'));
    Files.writeString(all.resolve("kustomization.yaml"), text);
    return all;
  }

  /** A field that the definition does not have is refused, so that acceptance says something. */
  private void refuses(Kubectl kubectl, List<Sample> samples, String file, String field)
      throws IOException, InterruptedException {
    Path right = files(samples, file).findFirst().orElseThrow();
    String text = Files.readString(right).replace(field, "un" + field);
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), text);
    Tool.Run run = kubectl.run("apply", "--server-side", "--force-conflicts", "-f", wrong + "");
    assertEquals(1, run.exit(), text);
    assertTrue(run.error().contains("field not declared in schema"), run::error);
  }

  private static Stream<Path> files(List<Sample> samples, String file) {
    return samples.stream()
        .flatMap(sample -> sample.clusters().stream())
        .map(cluster -> cluster.resolve(file))
        .filter(Files::exists);
  }
}
