package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The same topology is rendered in the forms of Istio 1.5 to 1.7, each in its own. */
class IngressGatewayFormsTest {
  private static final List<String> CLUSTERS = List.of("cluster1", "cluster2");

  private final TestMesh mesh;
  private String text = "";

  IngressGatewayFormsTest(@TempDir Path folder) throws IOException {
    mesh = TestMesh.example("seed").copiedTo(folder);
  }

  /** Its clusters have ids: what names a registry is none of their names. */
  @BeforeEach
  void readTopology() throws IOException {
    text =
        mesh.text()
            .replace("- name: cluster1\n", "- name: cluster1\n      id: first\n")
            .replace("- name: cluster2\n", "- name: cluster2\n      id: second\n");
  }

  @ParameterizedTest
  @CsvSource({"1.5.10, Kubernetes", "1.6.14, first", "1.7.8, first"})
  void networksNameTheRegistriesThatIstiodHas(String version, String own) throws IOException {
    SortedMap<String, String> files = files(version);
    JsonNode networks = config(files, "cluster1", "meshNetworks").path("networks");
    assertEquals(
        Trees.read(
            """
            network1:
              endpoints: [{fromRegistry: OWN}]
              gateways: [{address: 192.168.0.11, port: 443}]
            network2:
              endpoints: [{fromRegistry: second}]
              gateways: [{address: 192.168.0.21, port: 443}]
            """
                .replace("OWN", own)),
        networks);
    assertEquals(
        Trees.read("networks: {}"),
        config(files, "cluster2", "meshNetworks"),
        "a remote's own istiod configures no proxies");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5.10", "1.6.14", "1.7.8"})
  void aRemoteDialsThePrimaryAndSignsByItself(String version) throws IOException {
    SortedMap<String, String> files = files(version);
    assertEquals("istiod.istio-system.svc:15012", discoveryAddress(files, "cluster1"));
    assertEquals("istiod-remote.istio-system.svc:15012", discoveryAddress(files, "cluster2"));
    JsonNode operator = tree(files, "cluster2/control-plane/istio-operator");
    assertEquals("remote", operator.at("/spec/profile").stringValue());
    assertEquals(
        "192.168.0.12", operator.at("/spec/values/global/remotePilotAddress").stringValue());
    for (String cluster : CLUSTERS) {
      assertTrue(files.containsKey(cluster + "/bootstrap/cacerts.yaml"), cluster);
    }
  }

  @ParameterizedTest
  @CsvSource({"1.5.10, 443, 80", "1.6.14, 8443, 8080", "1.7.8, 8443, 8080"})
  void theIngressGatewayListensWhereItsVersionMay(String version, int https, int http)
      throws IOException {
    SortedMap<String, String> files = files(version);
    for (String cluster : CLUSTERS) {
      JsonNode gateway =
          tree(files, cluster + "/control-plane/istio-operator")
              .at("/spec/components/ingressGateways/0");
      assertEquals("istio-ingressgateway", gateway.path("name").stringValue());
      JsonNode ports = gateway.at("/k8s/service/ports");
      assertEquals(https, target(ports, 443));
      assertEquals(http, target(ports, 80));
      assertEquals(15443, target(ports, 15443));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5.10", "1.6.14", "1.7.8"})
  void networksAreListedAndNotLabelled(String version) throws IOException {
    SortedMap<String, String> files = files(version);
    files.forEach(
        (path, file) -> assertFalse(file.contains("topology.istio.io/network"), () -> path));
    JsonNode gateway = tree(files, "cluster1/mesh/cross-network-gateway");
    assertEquals("networking.istio.io/v1alpha3", gateway.path("apiVersion").stringValue());
    assertEquals("ingressgateway", gateway.at("/spec/selector/istio").stringValue());
    assertEquals(443, gateway.at("/spec/servers/0/port/number").intValue());
  }

  @ParameterizedTest
  @CsvSource({
    "1.5.10, istioctl manifest apply",
    "1.6.14, istioctl install",
    "1.7.8, istioctl install"
  })
  void aPersonInstallsWithTheCommandThatIstioctlHas(String version, String command)
      throws IOException {
    List<String> steps = rendered(version).manualSteps();
    String said = "one file a run: " + command + " -f ";
    assertTrue(steps.stream().anyMatch(step -> step.contains(said)), steps::toString);
    assertFalse(steps.stream().anyMatch(step -> step.contains("operator init")), steps::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5.10, --istioNamespace",
    "1.6.14, --watchedNamespaces",
    "1.7.8, --watchedNamespaces"
  })
  void anOperatorInTheClusterIsToldItsNamespaceAndFindsItsObject(String version, String flag)
      throws IOException {
    text = text.replace("  networks:", "    install: operator\n  networks:");
    RenderedMesh rendered = rendered(version);
    String said = "istioctl operator init --tag " + version + " " + flag + " istio-system";
    List<String> steps = rendered.manualSteps();
    assertTrue(steps.stream().anyMatch(step -> step.endsWith(said)), steps::toString);
    assertFalse(steps.stream().anyMatch(step -> step.contains(" -f ")), steps::toString);
    SortedMap<String, String> files = TestMesh.files(rendered);
    for (String cluster : CLUSTERS) {
      assertEquals(
          Trees.read("[istio-operator.yaml]"),
          tree(files, cluster + "/control-plane/kustomization").path("resources"));
      JsonNode operator = tree(files, cluster + "/control-plane/istio-operator");
      assertTrue(
          operator.at("/metadata/annotations").isMissingNode(), "kustomize leaves local files out");
    }
  }

  private RenderedMesh rendered(String version) throws IOException {
    return mesh.rendered(AdaptedTopology.to(version, text));
  }

  private SortedMap<String, String> files(String version) throws IOException {
    return TestMesh.files(rendered(version));
  }

  private static String discoveryAddress(SortedMap<String, String> files, String cluster) {
    return config(files, cluster, "mesh").at("/defaultConfig/discoveryAddress").stringValue();
  }

  private static JsonNode config(SortedMap<String, String> files, String cluster, String key) {
    JsonNode map = tree(files, cluster + "/bootstrap/mesh-config");
    return Trees.read(map.path("data").path(key).stringValue());
  }

  private static int target(JsonNode ports, int number) {
    for (JsonNode port : ports) {
      if (port.path("port").intValue() == number) {
        return port.path("targetPort").intValue();
      }
    }
    throw new AssertionError(number + " is not in " + ports);
  }

  private static JsonNode tree(SortedMap<String, String> files, String path) {
    return Trees.read(files.getOrDefault(path + ".yaml", ""));
  }
}
