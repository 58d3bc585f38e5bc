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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real API servers take every layer of many meshes, whatever a topology says. */
@Conformance(Part.APISERVER)
class RandomMeshesTest {
  private static final int MESHES = 120;
  private static final int SEEDS = 1000;
  private static final List<String> LAYERS = List.of("bootstrap", "mesh", "peers");
  private static final List<String> VARIED =
      List.of(
          "role: remote",
          "exposure: nodePort",
          "exposure: externalIP",
          "install: operator",
          "kind: SecretStore",
          "publish: true",
          "revision: ",
          "source: none",
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
   * @param clusters the folders of its clusters
   */
  private record Sample(RandomMesh mesh, List<Path> clusters) {}

  @Test
  void everyLayerOfEveryMeshIsTaken() throws IOException, InterruptedException {
    Map<Integer, List<Sample>> byDefinitions = new TreeMap<>();
    for (Sample sample : samples()) {
      int set = Definitions.istioSet(sample.mesh().minor());
      byDefinitions.computeIfAbsent(set, key -> new ArrayList<>()).add(sample);
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "A server takes the layers `bootstrap`, `mesh` and `peers` of every cluster of random"
            + " topologies, the same at every run. Each mesh\nhas a namespace, in which its"
            + " clusters come one over the other. A field that its definition does not have is"
            + " refused.\n");
    lines.add("| Istio | meshes | clusters | objects | Istio's definitions |");
    lines.add("|---|---|---|---|---|");
    for (List<Sample> samples : byDefinitions.values()) {
      lines.add(taken(samples));
    }
    Page.chapter("Random meshes", programs, lines);
  }

  private List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    StringBuilder topologies = new StringBuilder();
    for (long seed = 1; samples.size() < MESHES; seed++) {
      assertTrue(seed < SEEDS, "too few topologies are right");
      RandomMesh mesh = RandomMesh.of(seed);
      Path home = Files.createDirectories(folder.resolve("mesh" + seed));
      Files.copy(TestMesh.EXAMPLES.resolve("multi-primary/pki/eu1.pem"), home.resolve("ca.pem"));
      RenderResult result = new TestMesh(home).render(mesh.text());
      if (result.diagnostics().stream().noneMatch(found -> found.severity() == Severity.ERROR)) {
        samples.add(written(mesh, home, result.mesh().orElseThrow()));
        topologies.append(mesh.text());
      }
    }
    VARIED.forEach(words -> assertTrue(topologies.indexOf(words) >= 0, words));
    return samples;
  }

  private static Sample written(RandomMesh mesh, Path home, RenderedMesh rendered)
      throws IOException {
    TestMesh.write(rendered, home);
    return new Sample(
        mesh, rendered.clusters().stream().map(files -> home.resolve(files.cluster())).toList());
  }

  /** Has a server take meshes of the same definitions, and returns the row that says so. */
  private String taken(List<Sample> samples) throws IOException, InterruptedException {
    List<Integer> minors = samples.stream().map(sample -> sample.mesh().minor()).sorted().toList();
    Definitions istio = Definitions.istio(programs, minors.get(0));
    try (ApiServer server = ApiServer.start(programs)) {
      Kubectl kubectl = server.kubectl();
      kubectl.define(istio);
      kubectl.define(Definitions.externalSecrets(programs));
      int objects = takes(kubectl, samples);
      refuses(kubectl, samples, "mesh/cross-network-gateway.yaml", "selector:");
      refuses(kubectl, samples, "bootstrap/cacerts.yaml", "refreshInterval:");
      int first = minors.get(0);
      int last = minors.get(minors.size() - 1);
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

  /** Applies layer by layer, the first clusters of all meshes at once, then the second ones. */
  private int takes(Kubectl kubectl, List<Sample> samples)
      throws IOException, InterruptedException {
    int objects = 0;
    int most = samples.stream().mapToInt(sample -> sample.clusters().size()).max().orElse(0);
    for (int i = 0; i < most; i++) {
      int number = i;
      for (String layer : LAYERS) {
        List<Path> layers =
            samples.stream()
                .filter(sample -> sample.clusters().size() > number)
                .map(sample -> sample.clusters().get(number).resolve(layer))
                .filter(path -> Files.exists(path.resolve("kustomization.yaml")))
                .toList();
        objects += layers.isEmpty() ? 0 : kubectl.accepts(together(layers));
      }
    }
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
