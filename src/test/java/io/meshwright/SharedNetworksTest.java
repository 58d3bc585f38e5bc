package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Networks that an istiod does not discover stand where it takes a change over by itself. */
class SharedNetworksTest {
  private static final OutputPath SHARED = new OutputPath("bootstrap/shared-mesh-config.yaml");
  private static final OutputPath OPERATOR = new OutputPath("control-plane/istio-operator.yaml");
  private static final String PLANT = "plant [10.64.0.0/16] 192.0.2.40:15443";

  private final TestMesh mesh;
  private final String text;

  SharedNetworksTest(@TempDir Path folder) throws IOException {
    mesh = TestMesh.example("static-networks").copiedTo(folder);
    text = mesh.text();
  }

  @Test
  void eachIstiodIsToldTheAddressesForItsOwnNetwork() throws IOException {
    RenderedMesh rendered = mesh.rendered(text);
    assertEquals(List.of(PLANT, "us [] 203.0.113.30:15443"), told(file(rendered, "ap1", SHARED)));
    assertEquals(
        List.of(PLANT, "us [us1] 10.40.0.10:15443 10.40.0.11:15443"),
        told(file(rendered, "eu1", SHARED)));
    assertEquals(
        List.of(PLANT, "us [] 10.40.0.10:15443 10.40.0.11:15443"),
        told(file(rendered, "eu2", SHARED)));
    for (ClusterFiles cluster : rendered.clusters()) {
      JsonNode values = Trees.read(file(rendered, cluster.cluster(), OPERATOR)).at("/spec/values");
      assertTrue(values.at("/global/meshNetworks").isMissingNode());
      assertEquals("shared-mesh-config", values.at("/pilot/env/SHARED_MESH_CONFIG").stringValue());
    }
  }

  @Test
  void anOlderIstiodIsToldByItsInstaller() throws IOException {
    RenderedMesh rendered = mesh.rendered(text.replace("1.30.3", "1.24.6"));
    assertEquals(Optional.empty(), Optional.ofNullable(files(rendered, "eu2").get(SHARED)));
    JsonNode values = Trees.read(file(rendered, "eu2", OPERATOR)).at("/spec/values");
    assertEquals(
        List.of(PLANT, "us [] 10.40.0.10:15443 10.40.0.11:15443"),
        networks(values.at("/global/meshNetworks")));
    assertTrue(values.at("/pilot/env").isMissingNode());
  }

  @Test
  void anAddressThatNobodyKnowsKeepsNothingBackButTheList() throws IOException {
    RenderedMesh rendered =
        mesh.rendered(text.replace("[10.40.0.10, 10.40.0.11]", "[10.40.0.10, pending]"));
    assertEquals(
        List.of(
            "eu1 bootstrap/shared-mesh-config.yaml the address of the east-west gateway of us1",
            "eu2 bootstrap/shared-mesh-config.yaml the address of the east-west gateway of us1"),
        rendered.gaps().stream()
            .map(gap -> gap.cluster() + " " + gap.file() + " " + gap.waitsFor())
            .toList());
    assertTrue(files(rendered, "eu2").containsKey(OPERATOR));
    assertTrue(files(rendered, "ap1").containsKey(SHARED));
  }

  private static Map<OutputPath, String> files(RenderedMesh rendered, String cluster) {
    return rendered.clusters().stream()
        .filter(files -> files.cluster().equals(cluster))
        .findFirst()
        .orElseThrow()
        .files();
  }

  private static String file(RenderedMesh rendered, String cluster, OutputPath path) {
    return Optional.ofNullable(files(rendered, cluster).get(path)).orElseThrow();
  }

  private static List<String> told(String configMap) {
    JsonNode data = Trees.read(configMap).path("data");
    assertEquals(List.of("meshNetworks"), List.copyOf(data.propertyNames()));
    return networks(Trees.read(data.path("meshNetworks").stringValue()).path("networks"));
  }

  private static List<String> networks(JsonNode networks) {
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, JsonNode> network : networks.properties()) {
      List<String> endpoints = new ArrayList<>();
      network
          .getValue()
          .path("endpoints")
          .forEach(each -> each.forEach(value -> endpoints.add(value.stringValue())));
      StringBuilder line = new StringBuilder(network.getKey() + " " + endpoints);
      for (JsonNode gateway : network.getValue().path("gateways")) {
        line.append(' ').append(gateway.path("address").stringValue());
        line.append(':').append(gateway.path("port").intValue());
      }
      told.add(line.toString());
    }
    return told;
  }
}
