package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.meshwright.TestMesh;
import io.meshwright.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Argo CD itself brings a primary and its remote to real API servers, each wave after the one
 * before is healthy; comes to rest; and lets go of the remote when the topology has lost it.
 */
@Conformance({Part.APISERVER, Part.ARGO_CD})
class ArgoCdTest {
  private static final String REMOTE =
      """
          - {name: us1, network: us, role: remote, controlPlanes: [eu1], apiServer: {url: "https://us1.k8s.example.com:6443", caFile: pki/eu1.pem}}
      """;

  private static final String MESH =
      """
      apiVersion: meshwright.io/v1
      kind: MeshTopology
      metadata: {name: shop}
      spec:
        istio: {version: "1.23.6", install: operator}
        networks: [{name: eu}, {name: us}]
        clusters:
          - {name: eu1, network: eu, istiod: {host: istiod.example.com}, apiServer: {url: "https://eu1.k8s.example.com:6443", caFile: pki/eu1.pem}}
      REMOTE
        secrets: {store: {name: vault}, publish: true}
        gitops: {engine: argocd, repoUrl: "https://git.example.com/mesh.git", revision: main}
      """;

  /** What the operator's definition says of its objects, as far as it matters here. */
  private static final String OPERATOR =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: istiooperators.install.istio.io}
      spec:
        group: install.istio.io
        names: {kind: IstioOperator, plural: istiooperators, singular: istiooperator}
        scope: Namespaced
        versions:
          - name: v1alpha1
            served: true
            storage: true
            subresources: {status: {}}
            schema:
              openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
      """;

  private static final String READY =
      """
      {"status": {"conditions": [{
        "type": "Ready", "status": "True", "reason": "Synced", "message": "x",
        "lastTransitionTime": "2020-01-01T00:00:00Z"}]}}
      """;

  private final Programs programs = Programs.found();

  @Test
  void wavesWaitForOneAnotherAndAClusterCanLeave(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<ApiServer> servers = ApiServer.start(programs, 3);
    try {
      Kubectl primary = servers.get(1).kubectl();
      Kubectl remote = servers.get(2).kubectl();
      Path operator = Files.writeString(folder.resolve("operator.yaml"), OPERATOR);
      for (Kubectl cluster : List.of(primary, remote)) {
        cluster.define(
            Definitions.externalSecrets(programs), Definitions.of("the operator's", operator));
      }
      Map<String, ApiServer> clusters = Map.of("eu1", servers.get(1), "us1", servers.get(2));
      Path own = Files.createDirectories(folder.resolve("argocd"));
      try (ArgoRun argo = ArgoRun.start(programs, servers.get(0), clusters, own)) {
        Path repository = folder.resolve("repository");
        TestMesh mesh = TestMesh.example("multi-primary").copiedTo(folder.resolve("mesh"));
        write(mesh, repository, REMOTE);
        argo.publish(repository);
        argo.applyParent("shop");
        comesUp(argo, primary, remote);
        write(mesh, repository, "");
        argo.publish(repository);
        hasLeft(argo, servers);
      }
    } finally {
      ApiServer.closeAll(servers);
    }
  }

  private void comesUp(ArgoRun argo, Kubectl primary, Kubectl remote)
      throws IOException, InterruptedException {
    // the certificate of the primary is not there yet: nothing goes on
    argo.await(seen -> has(seen, "eu1.bootstrap", "Synced Progressing"), () -> {});
    assertEquals(names("eu1.bootstrap", "us1.bootstrap"), argo.applications().keySet());
    argo.await(
        seen -> has(seen, "eu1.control-plane", "Synced Progressing"), () -> keepSecrets(primary));
    assertEquals(
        names("eu1.bootstrap", "us1.bootstrap", "eu1.control-plane"), argo.applications().keySet());
    install(primary);
    argo.await(
        seen -> has(seen, "us1.control-plane", "Synced Progressing"), () -> operate(primary));
    assertEquals(
        names(
            "eu1.bootstrap", "us1.bootstrap", "eu1.control-plane", "eu1.mesh", "us1.control-plane"),
        argo.applications().keySet());
    install(remote);
    argo.await(
        seen -> seen.size() == 8 && isAtRest(seen),
        () -> {
          operate(primary);
          operate(remote);
        });
  }

  private static void hasLeft(ArgoRun argo, List<ApiServer> servers)
      throws IOException, InterruptedException {
    Kubectl primary = servers.get(1).kubectl();
    Kubectl remote = servers.get(2).kubectl();
    String before = objects(remote);
    // alone, the primary needs no gateway, and nothing that it would be told of others
    Set<String> stay = names("eu1.bootstrap", "eu1.control-plane");
    argo.await(
        seen -> seen.keySet().equals(stay) && isAtRest(seen),
        () -> {
          for (ApiServer server : servers) {
            collectGarbage(server.kubectl());
          }
          operate(primary);
        });
    assertEquals(before, objects(remote));
    assertFalse(objects(primary).contains("istio-remote-secret-us1"), () -> "eu1 knows us1 yet");
    remote.right("get", "namespace", "istio-system");
    remote.right("get", "customresourcedefinition", "istiooperators.install.istio.io");
  }

  /** Plays the controller that ends what waits for the end of what it owns. */
  private static void collectGarbage(Kubectl kubectl) throws IOException, InterruptedException {
    boolean management = kubectl.right("get", "namespaces", "-o", "name").contains("/argocd\n");
    String kinds = management ? "applications.argoproj.io" : "externalsecrets,istiooperators";
    String list = kubectl.right("get", kinds, "-A", "-o", "json");
    for (JsonNode object : Trees.read(list).path("items")) {
      if (object.path("metadata").path("finalizers").toString().contains("foregroundDeletion")) {
        kubectl.run(
            "patch",
            object.path("kind").asString(),
            object.at("/metadata/name").asString(),
            "--namespace=" + object.at("/metadata/namespace").asString(),
            "--type=merge",
            "--patch={\"metadata\": {\"finalizers\": null}}");
      }
    }
  }

  /** Returns the names of what engines apply and is not on its way out, one a line. */
  private static String objects(Kubectl kubectl) throws IOException, InterruptedException {
    Set<String> objects = new TreeSet<>();
    String list =
        kubectl.right(
            "get",
            "namespaces,secrets,externalsecrets,pushsecrets,istiooperators",
            "-A",
            "-o",
            "json");
    for (JsonNode object : Trees.read(list).path("items")) {
      if (!object.path("metadata").has("deletionTimestamp")) {
        objects.add(Kubectl.name(object));
      }
    }
    return String.join("\n", objects);
  }

  private static boolean has(Map<String, String> seen, String unit, String state) {
    return seen.getOrDefault("shop." + unit, "").startsWith(state);
  }

  private static boolean isAtRest(Map<String, String> seen) {
    return seen.values().stream().allMatch(state -> state.equals("Synced Healthy Succeeded"));
  }

  /** Returns the names of the parent and of the Applications of {@code units}. */
  private static Set<String> names(String... units) {
    Set<String> names = new TreeSet<>(Set.of("shop.mesh"));
    Stream.of(units).forEach(unit -> names.add("shop." + unit));
    return names;
  }

  /** Brings what Istio's operator brings and the mesh's objects need. */
  private void install(Kubectl cluster) throws IOException, InterruptedException {
    cluster.define(Definitions.istio(programs, 23));
    cluster.right(
        "create", "serviceaccount", "istio-reader-service-account", "--namespace=istio-system");
  }

  /** Plays Istio's operator and the External Secrets Operator. */
  private static void operate(Kubectl cluster) throws IOException, InterruptedException {
    patch(cluster, "istiooperators", "{\"status\": {\"status\": \"HEALTHY\"}}");
    keepSecrets(cluster);
  }

  private static void keepSecrets(Kubectl cluster) throws IOException, InterruptedException {
    patch(cluster, "externalsecrets,pushsecrets", READY);
  }

  private static void patch(Kubectl cluster, String kinds, String status)
      throws IOException, InterruptedException {
    String names = cluster.right("get", kinds, "--namespace=istio-system", "--output=name");
    for (String name : names.lines().toList()) {
      cluster.right(
          "patch",
          name,
          "--namespace=istio-system",
          "--subresource=status",
          "--type=merge",
          "--patch=" + status);
    }
  }

  private static void write(TestMesh mesh, Path repository, String remote) throws IOException {
    Path output = repository.resolve("output/shop");
    if (Files.exists(output)) {
      try (Stream<Path> files = Files.walk(output)) {
        for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
          Files.delete(file);
        }
      }
    }
    TestMesh.write(mesh.rendered(MESH.replace("REMOTE\n", remote)), output);
  }
}
