package io.meshwright.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.facts.MeshFacts;
import io.meshwright.model.LocalFiles;
import io.meshwright.model.TopologyReader;
import io.meshwright.schema.TestTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a picture says of networks, gateways and versions. */
class PictureWordsTest {
  private static final String HEAD =
      """
      metadata: {name: shop}
      spec:
      """;

  @Test
  void aNetworkSaysItsOwnGatewaysAndEndpoints() {
    MeshGraph graph =
        graph(
            """
            istio: {version: "1.30.3"}
            networks:
              - {name: eu}
              - {name: plant, cidrs: [10.64.0.0/16], gateways: [{address: 192.0.2.40}, {address: pending, port: 443}]}
              - {name: empty}
            clusters: [{name: eu1, network: eu}]
            """);
    assertEquals(List.of(), graph.networks().get(0).lines());
    assertEquals(
        List.of(
            "no clusters",
            "gateways, listed",
            "192.0.2.40:15443",
            "pending (port 443)",
            "endpoints 10.64.0.0/16"),
        graph.networks().get(1).lines());
    assertEquals(List.of("no clusters"), graph.networks().get(2).lines());
    assertTrue(graph.notes().contains("listed: the mesh's networks name the gateway's address"));
    assertTrue(graph.notes().contains("pending: nobody knows the address yet"));
    for (PictureFormat format : PictureFormat.values()) {
      assertTrue(drawn(format, graph).contains("endpoints 10.64.0.0/16"), format.word());
    }
  }

  @Test
  void aGatewaySaysWhoReachesItElsewhere() {
    MeshGraph graph =
        graph(
            """
            istio: {version: "1.30.3"}
            networks: [{name: eu}, {name: us}, {name: ap}]
            clusters:
              - {name: eu1, network: eu}
              - name: us1
                network: us
                eastWest:
                  discovery: static
                  addresses: [203.0.113.30]
                  addressesFor:
                    - {network: eu, addresses: [10.40.0.10, 10.40.0.11]}
                    - {network: ap, addresses: [10.50.0.10]}
            """);
    assertEquals(
        List.of(
            "primary",
            "gateway: load balancer, listed",
            "203.0.113.30:15443",
            "for eu: 10.40.0.10:15443",
            "for eu: 10.40.0.11:15443",
            "for ap: 10.50.0.10:15443"),
        block(graph, "us1").lines());
  }

  @Test
  void aHostedControlPlaneStandsOutsideAndTakesItsConfigurationFromAnother() {
    MeshGraph graph =
        graph(
            """
            istio: {version: "1.30.3", namespace: external-istiod}
            networks: [{name: one}, {name: two}]
            clusters:
              - name: platform
                role: external
                external: {configCluster: first, host: istiod.example.com}
              - {name: first, network: one, role: remote, controlPlanes: [platform]}
              - {name: second, network: two, role: remote, controlPlanes: [platform]}
            """);
    assertEquals("outside the mesh", graph.networks().get(2).title());
    assertEquals(
        List.of(
            "external control plane",
            "istiod, by a gateway in front of it",
            "istiod.example.com:15012"),
        block(graph, "platform").lines());
    assertTrue(block(graph, "first").lines().contains("holds the configuration for platform"));
    assertEquals(
        List.of(
            "first dials the istiod of platform",
            "second dials the istiod of platform",
            "platform takes the mesh's configuration from first",
            "platform reads the API server of second"),
        graph.links().stream().map(Link::sentence).toList());
  }

  @Test
  void anAmbientMeshSaysWhatCarriesItsTraffic() {
    MeshGraph graph =
        graph(
            """
            istio: {version: "1.30.3"}
            mesh: {dataPlane: ambient}
            networks: [{name: eu}, {name: us}]
            clusters: [{name: eu1, network: eu}, {name: us1, network: us}]
            """);
    assertEquals(
        List.of("primary", "Kubernetes Gateway: load balancer, discovered", "port 15008"),
        block(graph, "eu1").lines());
    assertTrue(
        graph
            .notes()
            .contains("ambient: a ztunnel on each node carries the traffic, pods have no sidecar"));
  }

  @Test
  void versionsThatDifferAndCanariesAreSaid() {
    MeshGraph graph =
        graph(
            """
            istio:
              {version: "1.30.3", revision: a, tags: [stable],
               canary: {version: "1.31.0", revision: b, tags: [next, later]}}
            networks: [{name: flat}]
            clusters:
              - {name: new, network: flat}
              - name: old
                network: flat
                istio: {version: "1.29.6", revision: c, canary: {version: "1.30.3", revision: d}}
              - {name: small, network: flat, role: remote, controlPlanes: [new]}
            """);
    assertEquals("Mesh shop, Istio 1.30.3, canary 1.31.0", graph.title());
    assertEquals(
        List.of("primary", "tag stable", "canary: Istio 1.31.0, revision b, tags next, later"),
        block(graph, "new").lines().subList(0, 3));
    assertEquals(
        List.of(
            "primary", "Istio 1.29.6, revision c, tag stable", "canary: Istio 1.30.3, revision d"),
        block(graph, "old").lines());
    assertTrue(block(graph, "small").lines().stream().noneMatch(line -> line.contains("canary")));
  }

  @Test
  void saysWhereACanaryHasAGatewayOfItsOwn() {
    MeshGraph graph =
        graph(
            """
            istio: {version: "1.30.3", revision: a, canary: {version: "1.31.0", revision: b}}
            networks: [{name: east}, {name: west}]
            clusters:
              - {name: both, network: east}
              - {name: one, network: west, eastWest: {exposure: externalIP, addresses: [10.1.0.1]}}
            """);
    assertTrue(block(graph, "both").lines().contains("beside it that of the canary"));
    assertTrue(block(graph, "one").lines().stream().noneMatch(line -> line.contains("beside")));
  }

  private static Block block(MeshGraph graph, String name) {
    return graph.blocks().stream()
        .filter(block -> block.heading().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String drawn(PictureFormat format, MeshGraph graph) {
    return format == PictureFormat.SVG ? SvgPicture.of(graph) : MermaidPicture.of(graph);
  }

  private static MeshGraph graph(String spec) {
    return MeshGraph.of(
        MeshFacts.of(
            TopologyReader.read(TestTree.of(HEAD + spec.indent(2))),
            new LocalFiles(Map.of(), Map.of())));
  }
}
