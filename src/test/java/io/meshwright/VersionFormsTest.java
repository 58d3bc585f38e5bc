package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** The same topology is rendered in the forms of each version of Istio. */
class VersionFormsTest {
  private final TestMesh mesh;
  private String text = "";

  VersionFormsTest(@TempDir Path folder) throws IOException {
    mesh = TestMesh.example("primary-remote").copiedTo(folder);
  }

  @BeforeEach
  void readTopology() throws IOException {
    text = mesh.text();
  }

  @ParameterizedTest
  @CsvSource({"1.8.6, v1beta1", "1.21.6, v1beta1", "1.22.8, v1", "1.31.0-rc.0, v1"})
  void gatewaysAreOfAnApiThatTheVersionServes(String version, String api) throws IOException {
    SortedMap<String, String> files = files(version);
    for (String file : List.of("cross-network-gateway", "istiod-gateway", "istiod-route")) {
      JsonNode object = tree(files, "cluster1/mesh/" + file);
      assertEquals("networking.istio.io/" + api, object.path("apiVersion").stringValue());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.8.6, minimal",
    "1.14.6, minimal",
    "1.15.7, external",
    "1.16.7, remote",
    "1.31.0-rc.0, remote"
  })
  void aRemoteHasAnIstiodOfItsOwnUpTo14(String version, String profile) throws IOException {
    SortedMap<String, String> files = files(version);
    boolean istiod = profile.equals("minimal");
    JsonNode operator = tree(files, "cluster2/control-plane/istio-operator");
    assertEquals(profile, operator.at("/spec/profile").stringValue());
    assertEquals("10.20.0.15", operator.at("/spec/values/global/remotePilotAddress").stringValue());
    assertEquals(istiod, operator.at("/spec/values/istiodRemote").isMissingNode());
    assertEquals(istiod, files.containsKey("cluster2/bootstrap/cacerts.yaml"));
    JsonNode namespace = tree(files, "cluster2/bootstrap/namespace");
    assertEquals(istiod, namespace.at("/metadata/annotations").isMissingNode());
  }

  @ParameterizedTest
  @CsvSource({
    "1.8.6, false, false",
    "1.14.6, false, false",
    "1.15.7, true, false",
    "1.22.8, true, false",
    "1.23.6, false, true",
    "1.31.0-rc.0, false, true"
  })
  void anIstiodIsToldThatItManagesRemotes(String version, boolean variable, boolean value)
      throws IOException {
    JsonNode values =
        tree(files(version), "cluster1/control-plane/istio-operator").at("/spec/values");
    assertEquals(variable ? "true" : "", values.at("/pilot/env/EXTERNAL_ISTIOD").asString(""));
    assertEquals(value, values.at("/global/externalIstiod").asBoolean(false));
  }

  @ParameterizedTest
  @CsvSource({
    "1.8.6, true, false",
    "1.10.6, true, false",
    "1.11.8, false, true",
    "1.31.0-rc.0, false, true"
  })
  void aGatewayIsInjectedFrom11On(String version, boolean forwards, boolean injected)
      throws IOException {
    JsonNode spec = tree(files(version), "cluster2/control-plane/eastwest-gateway").path("spec");
    String variables = spec.at("/components/ingressGateways/0/k8s/env").toString();
    assertEquals(forwards, variables.contains("sni-dnat"), variables);
    assertTrue(variables.contains("ISTIO_META_REQUESTED_NETWORK_VIEW"), variables);
    JsonNode values = spec.path("values");
    assertEquals(injected, !values.path("gateways").isMissingNode());
    assertEquals(injected ? "" : version, spec.path("tag").asString(""));
    assertEquals(
        injected ? "" : "cluster2", values.at("/global/multiCluster/clusterName").asString(""));
  }

  @ParameterizedTest
  @CsvSource({"1.8.6, istiod-remote", "1.14.6, istiod-remote", "1.20.8, istiod-canary"})
  void aRevisionIsReachedByTheNameThatItsProxiesCall(String version, String name)
      throws IOException {
    text = text.replace("  networks:", "    revision: canary\n  networks:");
    JsonNode route = tree(files(version), "cluster1/mesh/istiod-route-canary");
    assertEquals(
        name + ".istio-system.svc", route.at("/spec/tls/0/match/0/sniHosts/0").stringValue());
    assertEquals(
        "istiod-canary.istio-system.svc.cluster.local",
        route.at("/spec/tls/0/route/0/destination/host").stringValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.6", "1.14.6", "1.15.7", "1.23.6"})
  void anOperatorInTheClusterFindsBothOfItsObjects(String version) throws IOException {
    text = text.replace("  networks:", "    install: operator\n  networks:");
    RenderedMesh rendered = mesh.rendered(AdaptedTopology.to(version, text));
    String said = "--tag " + version + " --watchedNamespaces istio-system";
    assertTrue(
        rendered.manualSteps().stream().anyMatch(step -> step.contains(said)),
        () -> said + " in " + rendered.manualSteps());
    SortedMap<String, String> files = TestMesh.files(rendered);
    JsonNode layer = tree(files, "cluster1/control-plane/kustomization");
    assertEquals(
        List.of("eastwest-gateway.yaml", "istio-operator.yaml"),
        layer.path("resources").valueStream().map(JsonNode::stringValue).toList());
    for (String file : List.of("eastwest-gateway", "istio-operator")) {
      assertTrue(
          tree(files, "cluster1/control-plane/" + file).at("/metadata/annotations").isMissingNode(),
          "kustomize leaves local files out");
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27})
  void everyFieldThatAVersionCanDoIsRenderedForIt(int minor, @TempDir Path folder)
      throws IOException {
    TestMesh rich = TestMesh.rich().copiedTo(folder);
    String version = "1." + minor + ".0";
    RenderedMesh rendered = rich.rendered(AdaptedTopology.to(version, rich.text()));
    assertEquals(5, rendered.clusters().size());
    assertEquals(List.of(), rendered.gaps());
  }

  private SortedMap<String, String> files(String version) throws IOException {
    return TestMesh.files(mesh.rendered(AdaptedTopology.to(version, text)));
  }

  private static JsonNode tree(SortedMap<String, String> files, String path) {
    return Trees.read(files.getOrDefault(path + ".yaml", ""));
  }
}
