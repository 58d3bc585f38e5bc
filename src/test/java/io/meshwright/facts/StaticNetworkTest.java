package io.meshwright.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.TestMesh;
import io.meshwright.overlay.OverlayScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each istiod is told of what it does not discover, and of nothing else. */
class StaticNetworkTest {
  private static final String TEXT =
      """
      apiVersion: meshwright.io/v1
      kind: MeshTopology
      metadata: {name: shop}
      spec:
        istio: {version: "1.30.3"}
        networks:
          - name: us
          - name: eu
          - {name: plant, cidrs: [10.9.0.0/16], gateways: [{address: 192.0.2.9}]}
          - {name: office, cidrs: [10.8.0.0/16], gateways: [{address: 192.0.2.8, port: 443}]}
        clusters:
          - {name: eu1, network: eu, apiServer: {url: "https://eu1.example.com", caFile: ca.pem}}
          - {name: eu2, network: eu, apiServer: {url: "https://eu2.example.com", caFile: ca.pem}}
          - name: us1
            network: us
            apiServer: {url: "https://us1.example.com", caFile: ca.pem, reachableFrom: [eu1]}
            eastWest: {addresses: [192.0.2.1, 192.0.2.2]}
        secrets: {store: {name: vault}}
      """;

  private final MeshFacts mesh;

  StaticNetworkTest(@TempDir Path folder) throws IOException {
    TestMesh.example("multi-primary").copiedTo(folder);
    Files.move(folder.resolve("pki/eu1.pem"), folder.resolve("ca.pem"));
    mesh = new TestMesh(folder).rendered(TEXT).facts();
  }

  @Test
  void whoDoesNotReadAClusterIsToldItsGateway() {
    List<String> known =
        List.of(
            "office [] [10.8.0.0/16] 192.0.2.8:443 of the network office",
            "plant [] [10.9.0.0/16] 192.0.2.9:15443 of the network plant");
    assertEquals(known, told("eu1"));
    assertEquals(known, told("us1"));
    assertEquals(
        List.of(
            known.get(0), known.get(1), "us [] [] 192.0.2.1:15443 of us1, 192.0.2.2:15443 of us1"),
        told("eu2"));
  }

  @Test
  void itGetsNoSecretAndKnowsNoRegistryOfIt() {
    ClusterFacts eu2 = facts("eu2");
    assertEquals(List.of("eu1"), eu2.watches().stream().map(each -> each.name()).toList());
    assertEquals(
        List.of("eu1"), facts("us1").watchedBy().stream().map(each -> each.name()).toList());
    assertEquals(List.of("eu1", "eu2"), OverlayScope.of(mesh, eu2).registries());
    assertEquals(List.of("eu1", "eu2", "us1"), OverlayScope.of(mesh, facts("eu1")).registries());
  }

  private ClusterFacts facts(String cluster) {
    return mesh.cluster(cluster).orElseThrow();
  }

  private List<String> told(String cluster) {
    return StaticNetwork.of(mesh, facts(cluster)).stream()
        .map(
            network ->
                network.name()
                    + " "
                    + network.registries()
                    + " "
                    + network.cidrs()
                    + " "
                    + String.join(
                        ", ",
                        network.gateways().stream()
                            .map(
                                each ->
                                    each.address().text()
                                        + ":"
                                        + each.port()
                                        + " of "
                                        + each.owner())
                            .toList()))
        .toList();
  }
}
