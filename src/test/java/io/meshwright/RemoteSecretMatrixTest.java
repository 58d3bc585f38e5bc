package io.meshwright;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.facts.ClusterFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every istiod can read every other cluster, in meshes of all sizes. */
class RemoteSecretMatrixTest {
  private static final Path AUTHORITY = TestMesh.EXAMPLES.resolve("multi-primary/pki/eu1.pem");

  private final Path folder;

  RemoteSecretMatrixTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void provideAnAuthority() throws IOException {
    Files.copy(AUTHORITY, folder.resolve("ca.pem"));
  }

  /** A random mesh that is right. */
  private record Mesh(int primaries, int remotes, int networks, boolean publish, String text) {
    static Mesh of(long seed) {
      Random random = new Random(seed);
      int primaries = 1 + random.nextInt(6);
      int remotes = random.nextInt(7);
      int networks = 1 + random.nextInt(Math.min(3, primaries + remotes));
      boolean publish = random.nextBoolean();
      List<String> clusters = new ArrayList<>();
      for (int i = 0; i < primaries + remotes; i++) {
        // the first clusters take one network each, so that none is unused
        int network = i < networks ? i : random.nextInt(networks);
        clusters.add(cluster(i, network, i < primaries ? "" : controlPlanes(primaries, random)));
      }
      Collections.shuffle(clusters, random);
      String head =
          """
          apiVersion: meshwright.io/v1
          kind: MeshTopology
          metadata:
            name: random
          spec:
            istio:
              version: "1.30.3"
            secrets:
              publish: %s
              store:
                name: vault
            networks:
          """
              .formatted(publish);
      StringBuilder text = new StringBuilder(head);
      for (int i = 0; i < networks; i++) {
        text.append("    - name: net-").append(i).append('\n');
      }
      text.append("  clusters:\n");
      clusters.forEach(text::append);
      return new Mesh(primaries, remotes, networks, publish, text.toString());
    }

    private static String cluster(int number, int network, String more) {
      String name = "c" + number;
      return """
          - name: %1$s
            network: net-%2$d
            apiServer:
              url: https://%1$s.k8s.example.com:6443
              caFile: ca.pem
            eastWest:
              addresses: [10.20.0.%3$d]
      """
              .formatted(name, network, number + 1)
          + more;
    }

    private static String controlPlanes(int primaries, Random random) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < primaries; i++) {
        names.add("c" + i);
      }
      Collections.shuffle(names, random);
      return "      role: remote\n      controlPlanes: "
          + names.subList(0, 1 + random.nextInt(primaries))
          + "\n";
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everyIstiodReadsEveryOtherCluster(long seed) throws IOException {
    Mesh meant = Mesh.of(seed);
    RenderedMesh mesh = new TestMesh(folder).rendered(meant.text());
    SortedMap<String, String> files = TestMesh.files(mesh);
    int all = meant.primaries() + meant.remotes();
    assertEquals(
        meant.primaries() * (all - 1L),
        files.keySet().stream().filter(path -> path.contains("/istio-remote-secret-")).count(),
        meant::text);
    for (ClusterFacts cluster : mesh.facts().clusters()) {
      for (ClusterFacts other : mesh.facts().clusters()) {
        checkSecret(cluster, other, files);
      }
      checkNamespace(cluster, files);
      checkToken(cluster, meant, files);
      checkGateway(cluster, meant, files);
    }
  }

  private static void checkSecret(
      ClusterFacts watcher, ClusterFacts watched, Map<String, String> files) throws IOException {
    String id = watched.cluster().name();
    String path = watcher.cluster().name() + "/peers/istio-remote-secret-" + id + ".yaml";
    boolean needed = watcher.cluster().isPrimary() && !id.equals(watcher.cluster().name());
    assertEquals(needed, files.containsKey(path), path);
    if (!needed) {
      return;
    }
    JsonNode secret = Trees.read(files.getOrDefault(path, ""));
    JsonNode template = secret.at("/spec/target/template");
    assertEquals("istio-remote-secret-" + id, secret.at("/spec/target/name").stringValue());
    assertEquals("true", template.at("/metadata/labels/istio~1multiCluster").stringValue());
    assertEquals(
        id, template.at("/metadata/annotations/networking.istio.io~1cluster").stringValue());
    assertEquals(List.of(id), List.copyOf(template.path("data").propertyNames()));
    JsonNode kubeconfig = Trees.read(template.path("data").path(id).stringValue());
    JsonNode server = kubeconfig.at("/clusters/0/cluster");
    assertEquals("https://" + id + ".k8s.example.com:6443", server.path("server").stringValue());
    String authority = server.path("certificate-authority-data").stringValue();
    assertEquals(
        Files.readString(AUTHORITY), new String(Base64.getDecoder().decode(authority), UTF_8));
    assertEquals("{{ .token }}", kubeconfig.at("/users/0/user/token").stringValue());
    String context = kubeconfig.path("current-context").stringValue();
    assertEquals(context, kubeconfig.at("/contexts/0/name").stringValue());
    assertEquals(
        kubeconfig.at("/clusters/0/name"), kubeconfig.at("/contexts/0/context/cluster"), path);
    assertEquals(kubeconfig.at("/users/0/name"), kubeconfig.at("/contexts/0/context/user"), path);
    assertEquals(
        "random/" + id + "/istio-reader", secret.at("/spec/data/0/remoteRef/key").stringValue());
  }

  private static void checkNamespace(ClusterFacts cluster, Map<String, String> files) {
    String name = cluster.cluster().name();
    JsonNode namespace = Trees.read(files.getOrDefault(name + "/bootstrap/namespace.yaml", ""));
    assertEquals(
        cluster.cluster().network().orElseThrow(),
        namespace.at("/metadata/labels/topology.istio.io~1network").stringValue());
    assertEquals(
        String.join(",", cluster.cluster().controlPlanes()),
        namespace.at("/metadata/annotations/topology.istio.io~1controlPlaneClusters").asString(""));
  }

  private static void checkToken(ClusterFacts cluster, Mesh meant, Map<String, String> files) {
    String mesh = cluster.cluster().name() + "/mesh/";
    boolean watched = meant.primaries() > 1 || !cluster.cluster().isPrimary();
    assertEquals(watched, files.containsKey(mesh + "reader-token.yaml"));
    assertEquals(
        watched && meant.publish(), files.containsKey(mesh + "reader-token-publication.yaml"));
  }

  private static void checkGateway(ClusterFacts cluster, Mesh meant, Map<String, String> files) {
    String name = cluster.cluster().name();
    boolean dialled = cluster.servesRemotes();
    boolean several = meant.networks() > 1;
    String path = name + "/control-plane/eastwest-gateway.yaml";
    assertEquals(dialled || several, files.containsKey(path), meant::text);
    assertEquals(cluster.hasGateway(), files.containsKey(path));
    assertEquals(
        several && cluster.cluster().isPrimary(),
        files.containsKey(name + "/mesh/cross-network-gateway.yaml"));
    assertEquals(dialled, files.containsKey(name + "/mesh/istiod-gateway.yaml"));
    assertEquals(dialled, files.containsKey(name + "/mesh/istiod-route.yaml"));
    assertTrue(files.containsKey(name + "/control-plane/istio-operator.yaml"), meant::text);
  }
}
