package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.facts.MeshFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real istiods take the Gateways of an ambient mesh, and tell ztunnels the ways that they mean. */
@Conformance({Part.LAB})
class AmbientLabTest {
  private static final String PROVEN =
      """
      [The laboratory](../src/conformance/lab/README.md) runs the istiods of two clusters of [an ambient mesh](../%s) on real API
      servers: one gateway behind a load balancer, one at an external IP, and a network whose gateway the topology lists.

      | asked | it says |
      |---|---|
      | status of the Gateways | accepted and programmed, their listeners too, with the address that the topology or the load balancer gives |
      | Service that istiod makes of each | its kind, external IP and ports are those of the topology |
      | `debug/networkz` of each istiod | the gateway of every network, at port 15008, and that of the listed one at its own |
      | `debug/ambientz` of each istiod | ztunnels are to reach a Service of the other network through that network's gateway, and no other address of it; whose identity must be that of the gateway's account |

      Not proven here: traffic. There is no ztunnel, and upstream Envoy has no `istio.workload.BootstrapExtension`, without which the
      gateway's proxy does not start.
      """;

  private final Path folder;

  AmbientLabTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void istiodsTellTheWayToEachNetwork() throws IOException, InterruptedException {
    try (Lab lab = Lab.open()) {
      LabMeshes meshes = new LabMeshes(lab, folder);
      LabRun run = LabRun.of(meshes.ambient());
      MeshFacts facts = run.rendered().facts();
      JsonNode seen = run.ambient(meshes.output());
      assertEquals(0, seen.path("errors").size(), seen::toString);
      check(run.mesh(), seen, "eu1", "us", "us1");
      check(run.mesh(), seen, "us1", "eu", "eu1");
      Page.chapter(
          "The control plane of an ambient mesh",
          Lab.versions(),
          List.of(PROVEN.formatted(run.mesh().source())));
      Grid.proven(
          Proof.CONTROL,
          Grid.Cell.of(facts.topology()).stream().toList(),
          Set.of(facts.topology().istio().version().minor()));
    }
  }

  private static void check(
      LabMesh mesh, JsonNode seen, String cluster, String otherNetwork, String other) {
    JsonNode here = seen.path("clusters").path(cluster);
    String own = LabMesh.word(mesh.cluster(cluster), "lb");
    String there = LabMesh.word(mesh.cluster(other), "lb");
    JsonNode gateway = here.path("gateways").path("istio-eastwestgateway");
    assertEquals("istio-east-west", gateway.path("class").asString(), here::toString);
    assertEquals(Map.of("0", own), texts(gateway.path("addresses")), here::toString);
    assertEquals(
        Map.of("Accepted", "True", "Programmed", "True"),
        texts(gateway.path("conditions")),
        here::toString);
    assertEquals(
        Map.of(
            "Accepted",
            "True",
            "Conflicted",
            "False",
            "Programmed",
            "True",
            "ResolvedRefs",
            "True"),
        texts(gateway.path("listeners").path("mesh")),
        here::toString);
    JsonNode service = here.path("services").path("istio-eastwestgateway");
    boolean external = cluster.equals("us1");
    assertEquals(external ? "ClusterIP" : "LoadBalancer", service.path("type").asString());
    assertEquals(
        external ? Map.of("0", own) : Map.of(), texts(service.path("externalIPs")), here::toString);
    assertEquals("[15008,15021]", service.path("ports").toString());
    String network = otherNetwork.equals("us") ? "eu" : "us";
    assertEquals(
        Map.of(
            network, own + ":15008", otherNetwork, there + ":15008", "plant", "198.51.100.9:15009"),
        texts(here.path("networks")),
        here::toString);
    assertEquals(
        Map.of(otherNetwork, there + ":15008"), texts(here.path("elsewhere")), here::toString);
    String account = "mesh-system/istio-eastwestgateway";
    assertEquals(
        Map.of(otherNetwork, account, "plant", account),
        texts(here.path("accounts")),
        here::toString);
  }

  private static Map<String, String> texts(JsonNode tree) {
    Map<String, String> texts = new TreeMap<>();
    if (tree.isArray()) {
      for (int i = 0; i < tree.size(); i++) {
        texts.put(Integer.toString(i), tree.path(i).asString());
      }
    }
    tree.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
    return texts;
  }
}
