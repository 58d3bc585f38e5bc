package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.TestMesh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Flux applies a mesh to real API servers, a cluster leaves the topology, and Flux prunes: the
 * others lose its credentials, and nobody loses a namespace, a definition or anything else.
 */
@Conformance({Part.APISERVER, Part.FLUX})
class RemovalTest {
  private static final String DRAINING = "lifecycle: draining, ";

  private static final String LEAVING =
      "    - {name: c, LIFECYCLE network: ap, apiServer: {url: \"https://c.k8s.example.com:6443\","
          + " caFile: pki/eu1.pem}}\n";

  private static final String MESH =
      """
      apiVersion: meshwright.io/v1
      kind: MeshTopology
      metadata: {name: shop}
      spec:
        istio: {version: "1.30.3", install: helm}
        networks: [{name: eu}, {name: us}, {name: ap}]
        clusters:
          - {name: a, network: eu, apiServer: {url: "https://a.k8s.example.com:6443", caFile: pki/eu1.pem}}
          - {name: b, network: us, apiServer: {url: "https://b.k8s.example.com:6443", caFile: pki/eu1.pem}}
      LEAVING
        certificates: {source: certManager, issuer: {name: mesh-root}}
        secrets: {store: {name: vault}, publish: true}
        gitops: {engine: flux, repoUrl: "https://git.example.com/mesh.git", revision: main}
      """;

  private static final List<String> PROVEN =
      List.of(
          "Flux's kustomize-controller applies a mesh of three primaries to a server each, from a"
              + " repository of which the engine's\ncluster knows nothing but `_mesh/gitops`;"
              + " source-controller and helm-controller are played. Then the repository changes:\n",
          "| the topology | the two that stay lose | the one that leaves loses |",
          "|---|---|---|",
          "| loses the cluster's lines at once, by mistake | its credentials | its credentials for"
              + " them |",
          "| gets them back | nothing: all is as before | nothing |",
          "| says `lifecycle: draining` | its credentials | nothing |",
          "| loses the cluster's lines | no more | its credentials for them |",
          "\nNothing else goes or ends: no Namespace, no definition, no object of a neighbour. The"
              + " engine's own objects of the cluster go with it.");

  private static final List<String> NAMES = List.of("a", "b", "c");

  private static final String KUSTOMIZATIONS = "kustomizations.kustomize.toolkit.fluxcd.io";

  /** What lies on the server of a cluster. */
  private record Seen(SortedMap<String, JsonNode> objects, String definitions) {
    static Seen of(ApiServer server) throws IOException, InterruptedException {
      return new Seen(
          server.kubectl().applied(),
          server.kubectl().right("get", "customresourcedefinitions", "--output=name"));
    }

    /** Returns what was there before and is not now, or is ending. */
    SortedSet<String> lost(Seen before) {
      SortedSet<String> lost = new TreeSet<>(before.objects.keySet());
      lost.removeAll(objects.keySet());
      objects.forEach(
          (name, object) -> {
            if (object.at("/metadata").has("deletionTimestamp")) {
              lost.add(name);
            }
          });
      return lost;
    }
  }

  private final Programs programs = Programs.found();

  @Test
  void fluxLetsGoOfAClusterThatLeaves(@TempDir Path folder)
      throws IOException, InterruptedException {
    TestMesh mesh = TestMesh.example("multi-primary").copiedTo(folder.resolve("mesh"));
    List<ApiServer> servers = ApiServer.start(programs, NAMES.size() + 1);
    try {
      List<ApiServer> clusters = servers.subList(0, NAMES.size());
      AtOnce.each(clusters, server -> define(server.kubectl()));
      ApiServer management = servers.get(NAMES.size());
      Map<String, ApiServer> destinations = new TreeMap<>();
      for (int i = 0; i < NAMES.size(); i++) {
        destinations.put(NAMES.get(i), clusters.get(i));
      }
      Path own = Files.createDirectories(folder.resolve("flux"));
      try (FluxRun flux = FluxRun.start(programs, management, destinations, own)) {
        Path repository = folder.resolve("repository");
        write(mesh, repository, true, "");
        management.kubectl().accepts(repository.resolve("output/shop/_mesh/gitops"));
        flux.publish(repository);
        follow(mesh, flux, clusters, repository);
        Page.chapter("A cluster that leaves", programs, PROVEN);
      }
    } finally {
      ApiServer.closeAll(servers);
    }
  }

  private static void follow(TestMesh mesh, FluxRun flux, List<ApiServer> clusters, Path repository)
      throws IOException, InterruptedException {
    Kubectl leaving = clusters.get(NAMES.indexOf("c")).kubectl();
    leaving.right("create", "namespace", "app");
    List<Seen> whole = seen(clusters);
    List<String> engine = flux.names(KUSTOMIZATIONS);

    // somebody takes the line out by mistake, and puts it back
    write(mesh, repository, false, "");
    flux.publish(repository);
    hasLeft(whole, seen(clusters));
    assertEquals(
        engine.stream().filter(name -> !name.startsWith("shop.c.")).toList(),
        flux.names(KUSTOMIZATIONS));
    write(mesh, repository, true, "");
    flux.publish(repository);
    assertEquals(engine, flux.names(KUSTOMIZATIONS));
    assertEquals(lost(whole, whole), lost(whole, seen(clusters)));

    // the cluster leaves as it should
    write(mesh, repository, true, DRAINING);
    flux.publish(repository);
    assertEquals(List.of(ofC(), ofC(), Set.of()), lost(whole, seen(clusters)));
    write(mesh, repository, false, "");
    flux.publish(repository);
    hasLeft(whole, seen(clusters));
    leaving.right("get", "namespace", "app");
  }

  private static void hasLeft(List<Seen> before, List<Seen> after) {
    Set<String> ofOthers = Set.of(credentials("a"), credentials("b"));
    assertEquals(List.of(ofC(), ofC(), ofOthers), lost(before, after));
    assertEquals(
        before.stream().map(Seen::definitions).toList(),
        after.stream().map(Seen::definitions).toList());
  }

  private static Set<String> ofC() {
    return Set.of(credentials("c"));
  }

  private static String credentials(String cluster) {
    return "ExternalSecret istio-system/istio-remote-secret-" + cluster;
  }

  /** Returns what each cluster lost. */
  private static List<SortedSet<String>> lost(List<Seen> before, List<Seen> after) {
    List<SortedSet<String>> lost = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      lost.add(after.get(i).lost(before.get(i)));
    }
    return lost;
  }

  private static List<Seen> seen(List<ApiServer> clusters)
      throws IOException, InterruptedException {
    List<Seen> seen = new ArrayList<>();
    for (ApiServer cluster : clusters) {
      seen.add(Seen.of(cluster));
    }
    return seen;
  }

  private void define(Kubectl kubectl) throws IOException, InterruptedException {
    kubectl.define(
        Definitions.externalSecrets(programs),
        Definitions.newest(programs, "github.com/cert-manager/cert-manager"),
        Definitions.istio(programs, 30),
        Definitions.gatewayApi(programs, 30));
  }

  /** Makes the repository what the topology renders now, and nothing else. */
  private static void write(TestMesh mesh, Path repository, boolean leaving, String lifecycle)
      throws IOException {
    Path output = repository.resolve("output/shop");
    if (Files.exists(output)) {
      try (Stream<Path> files = Files.walk(output)) {
        for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
          Files.delete(file);
        }
      }
    }
    String text =
        MESH.replace("LEAVING\n", leaving ? LEAVING.replace("LIFECYCLE ", lifecycle) : "");
    TestMesh.write(mesh.rendered(text), output);
  }
}
