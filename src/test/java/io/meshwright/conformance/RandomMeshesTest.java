package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.RenderResult;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.Tool;
import io.meshwright.diagnostic.Severity;
import io.meshwright.facts.ClusterFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real API servers take every layer of many meshes, whatever a topology says. */
@Conformance(Part.APISERVER)
class RandomMeshesTest {
  private static final int ROUNDS = 200;
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
   * @param text its topology
   * @param cell its place among models and versions, where it has one
   * @param clusters its clusters
   */
  private record Sample(String text, Optional<Grid.Cell> cell, List<Member> clusters) {}

  /**
   * A cluster of such a mesh.
   *
   * @param namespace its system namespace
   * @param minor the minor of its own Istio
   * @param folder where its layers are
   */
  private record Member(String namespace, int minor, Path folder) {}

  @Test
  void everyLayerOfEveryMeshIsTaken() throws IOException, InterruptedException {
    List<Sample> samples = samples();
    Map<Integer, List<Member>> byDefinitions = new TreeMap<>();
    for (Sample sample : samples) {
      for (Member member : sample.clusters()) {
        int set = Definitions.istioSet(member.minor());
        byDefinitions.computeIfAbsent(set, key -> new ArrayList<>()).add(member);
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        ("A server takes the layers `bootstrap`, `mesh` and `peers` of every cluster of %d random"
                + " topologies, the same at every run, two\nof each model in each version"
                + " that has it. Clusters of one version's definitions whose system namespace has"
                + " the same name come one over\nthe other; then a second apply of each would change"
                + " nothing. A field that its definition does not have is refused.\n")
            .formatted(samples.size()));
    lines.add("| Istio of the cluster | clusters | objects | Istio's definitions |");
    lines.add("|---|---|---|---|");
    for (List<Member> members : byDefinitions.values()) {
      lines.add(taken(members));
    }
    Page.chapter("Random meshes", programs, lines);
    List<Grid.Cell> cells = samples.stream().flatMap(mesh -> mesh.cell().stream()).toList();
    Grid.proven(Proof.OBJECTS, cells, cells.stream().map(Grid.Cell::minor).toList());
  }

  private List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    Map<Integer, Integer> places = new TreeMap<>();
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
      }
    }
    assertTrue(samples.size() >= LEAST, "too few topologies are right");
    String topologies = samples.stream().map(Sample::text).collect(Collectors.joining());
    VARIED.forEach(words -> assertTrue(topologies.contains(words), words));
    return samples;
  }

  private static Sample written(RandomMesh mesh, Path home, RenderedMesh rendered)
      throws IOException {
    TestMesh.write(rendered, home);
    List<Member> clusters = new ArrayList<>();
    for (ClusterFacts cluster : rendered.facts().clusters()) {
      Path folder = home.resolve(cluster.cluster().name());
      clusters.add(new Member(mesh.namespace(), cluster.version().minor(), folder));
    }
    return new Sample(mesh.text(), Grid.Cell.of(rendered.facts().topology()), clusters);
  }

  /** Has a server take clusters of the same definitions, and returns the row that says so. */
  private String taken(List<Member> members) throws IOException, InterruptedException {
    int first = members.stream().mapToInt(Member::minor).min().orElseThrow();
    int last = members.stream().mapToInt(Member::minor).max().orElseThrow();
    Definitions istio = Definitions.istio(programs, first);
    try (ApiServer server = ApiServer.start(programs)) {
      Kubectl kubectl = server.kubectl();
      kubectl.define(
          Definitions.externalSecrets(programs),
          istio.rendered(folder),
          Definitions.gatewayApi(programs, first).rendered(folder));
      int objects = 0;
      for (List<Path> clusters : turns(members)) {
        objects += takes(kubectl, clusters);
      }
      refuses(kubectl, members, "mesh/cross-network-gateway.yaml", "selector:");
      refuses(kubectl, members, "bootstrap/cacerts.yaml", "refreshInterval:");
      return "| 1.%d%s | %d | %d | %s |"
          .formatted(
              first, first == last ? "" : " – 1." + last, members.size(), objects, istio.module());
    }
  }

  /** Returns clusters that do not meet in a namespace, turn by turn, until all had theirs. */
  private static List<List<Path>> turns(List<Member> members) {
    Map<String, List<Path>> byNamespace = new TreeMap<>();
    for (Member member : members) {
      byNamespace
          .computeIfAbsent(member.namespace(), key -> new ArrayList<>())
          .add(member.folder());
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

  /** Applies all layers of clusters, and returns how many objects they hold. */
  private int takes(Kubectl kubectl, List<Path> clusters) throws IOException, InterruptedException {
    List<Path> layers =
        clusters.stream()
            .flatMap(cluster -> LAYERS.stream().map(cluster::resolve))
            .filter(layer -> Files.exists(layer.resolve("kustomization.yaml")))
            .toList();
    Path all = Together.in(folder, layers);
    int objects = kubectl.accepts(all);
    kubectl.hasNothingToChange(all);
    return objects;
  }

  /** A field that the definition does not have is refused, so that acceptance says something. */
  private void refuses(Kubectl kubectl, List<Member> members, String file, String field)
      throws IOException, InterruptedException {
    Path right = files(members, file).findFirst().orElseThrow();
    String text = Files.readString(right).replace(field, "un" + field);
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), text);
    Tool.Run run = kubectl.run("apply", "--server-side", "--force-conflicts", "-f", wrong + "");
    assertEquals(1, run.exit(), text);
    assertTrue(run.error().contains("field not declared in schema"), run::error);
  }

  private static Stream<Path> files(List<Member> members, String file) {
    return members.stream().map(member -> member.folder().resolve(file)).filter(Files::exists);
  }
}
