package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.conformance.Conformance;
import io.meshwright.conformance.Part;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ConfigMap that is rendered here is the one that a real istiod's chart would write, and the
 * key that leaves it to us takes away nothing else.
 */
@Conformance(Part.ISTIOCTL)
class MeshConfigMapTest {
  private static final int SETTINGS = 3;
  private static final String LIST = "  overlays: [";

  /** What overlays may say, as {@code path: value}; each holds for the versions that know it. */
  private static final List<String> ALL_VERSIONS =
      List.of(
          "meshConfig: {accessLogFile: /dev/stdout, accessLogFormat: \"[%START_TIME%]\"}",
          "meshConfig: {defaultConfig: {discoveryRefreshDelay: 20s}}",
          "values: {global: {proxy: {tracer: stackdriver}}}",
          "values: {global: {proxy: {tracer: datadog}}}",
          "values: {global: {tracer: {zipkin: {address: \"jaeger.tracing:9411\"}}}}",
          "values: {telemetry: {v2: {enabled: false}}}",
          "values: {mixer: {telemetry: {sessionAffinityEnabled: true}}}",
          "unvalidatedValues: {telemetry: {v2: {enabled: false}}}");

  private static final List<String> OLD_VERSIONS =
      List.of(
          "values: {mixer: {policy: {enabled: true}}}",
          "values: {telemetry: {v1: {enabled: true}}}");

  private static final List<String> NOT_FIRST_VERSION =
      List.of(
          "meshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}}",
          "values: {meshConfig: {enableAutoMtls: false}}");

  private static final List<String> FIRST_VERSION =
      List.of(
          "values: {global: {proxy: {accessLogFile: /dev/stdout}}}",
          "values: {global: {proxy: {accessLogEncoding: JSON, accessLogFormat: x}}}",
          "values: {global: {proxy: {concurrency: 8}}}",
          "values: {global: {proxy: {protocolDetectionTimeout: 10ms}}}",
          "values: {global: {enableTracing: false}}",
          "values: {global: {mtls: {auto: false}}}",
          "values: {global: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}}}",
          "values: {global: {localityLbSetting: {enabled: false}}}",
          "values: {global: {localityLbSetting: {failover: [{from: a, to: b}]}}}",
          "values: {global: {certificates: [{secretName: a, dnsNames: [b.example]}]}}",
          "values: {global: {proxy: {envoyMetricsService: {enabled: true, host: h, port: \"1\"}}}}",
          "values: {global: {remotePolicyAddress: 192.0.2.9, createRemoteSvcEndpoints: true}}",
          "values: {global: {remoteTelemetryAddress: 192.0.2.9}}",
          "values: {mixer: {policy: {enabled: true}}, global: {disablePolicyChecks: false}}",
          "values: {mixer: {telemetry: {reportBatchMaxEntries: 5, reportBatchMaxTime: 2s}}}",
          "values: {pilot: {ingress: {ingressClass: other}}}");

  /**
   * A mesh, and the networks of its primary, written by hand.
   *
   * @param mesh the mesh
   * @param primary the name of the primary
   * @param networks the networks, with {@code OWN} for the registry of the primary itself
   */
  private record Expected(TestMesh mesh, String primary, String networks) {
    /** A remote's own istiod configures no proxies, and has no networks. */
    JsonNode networks(Installer installer, String cluster) {
      String own = installer.minor() == 5 ? "Kubernetes" : primary;
      return Trees.read(cluster.equals(primary) ? networks.replace("OWN", own) : "{}");
    }
  }

  private static final List<Expected> MESHES =
      List.of(
          new Expected(
              TestMesh.example("seed"),
              "cluster1",
              """
              network1:
                endpoints: [{fromRegistry: OWN}]
                gateways: [{address: 192.168.0.11, port: 443}]
              network2:
                endpoints: [{fromRegistry: cluster2}]
                gateways: [{address: 192.168.0.21, port: 443}]
              """),
          new Expected(
              TestMesh.ingressGateways(),
              "qprimary",
              """
              qeu:
                endpoints: [{fromRegistry: OWN}]
                gateways: [{address: 192.0.2.11, port: 15443}]
              qus:
                endpoints: [{fromRegistry: qsecond}, {fromRegistry: qthird}]
                gateways: [{address: 192.0.2.21, port: 31390}, {address: 192.0.2.22, port: 31390}]
              """));

  private final Path folder;
  private final Random random = new Random(20200514);

  MeshConfigMapTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<InstallerOfMinor> istioctls() throws IOException, InterruptedException {
    return InstallerOfMinor.until(7);
  }

  @ParameterizedTest
  @MethodSource("istioctls")
  void holdsWhatTheChartWouldWriteForTheSameValues(InstallerOfMinor istioctl)
      throws IOException, InterruptedException {
    Installer installer = istioctl.orSkip();
    for (Expected expected : MESHES) {
      compare(installer, expected, Set.of());
      for (int i = 0; i < 4; i++) {
        compare(installer, expected, settings(installer));
      }
    }
  }

  private Set<String> settings(Installer installer) {
    List<String> known = new ArrayList<>(ALL_VERSIONS);
    if (installer.minor() < 7) {
      known.addAll(OLD_VERSIONS);
    }
    known.addAll(installer.minor() < 6 ? FIRST_VERSION : NOT_FIRST_VERSION);
    Set<String> chosen = new LinkedHashSet<>();
    while (chosen.size() < SETTINGS) {
      chosen.add(known.get(random.nextInt(known.size())));
    }
    return chosen;
  }

  private void compare(Installer installer, Expected expected, Set<String> settings)
      throws IOException, InterruptedException {
    TestMesh mesh = expected.mesh().copiedTo(folder.resolve("mesh-" + random.nextLong()));
    StringBuilder overlays = new StringBuilder();
    for (String setting : settings) {
      String name = "overlays/" + overlays.length() + ".yaml";
      Path file = mesh.folder().resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(
          file,
          "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec:\n  " + setting + "\n");
      overlays.append(overlays.isEmpty() ? "" : ", ").append(name);
    }
    String text = mesh.text().replaceFirst("version: \"1.5.10\"", installer.quoted());
    RenderResult result =
        mesh.render(
            text.contains(LIST)
                ? text.replace(LIST, LIST + overlays + (overlays.isEmpty() ? "" : ", "))
                : text + LIST + overlays + "]\n");
    RenderedMesh rendered =
        result.mesh().orElseThrow(() -> new AssertionError(result.diagnostics()));
    for (ClusterFiles files : rendered.clusters()) {
      compare(installer, files, expected.networks(installer, files.cluster()), settings);
    }
  }

  private void compare(
      Installer installer, ClusterFiles files, JsonNode networks, Set<String> settings)
      throws IOException, InterruptedException {
    JsonNode rendered = Trees.read(file(files, "bootstrap/mesh-config.yaml"));
    ObjectNode operator = (ObjectNode) Trees.read(file(files, "control-plane/istio-operator.yaml"));
    Generated without = generated(installer, operator);
    assertEquals(List.of(), mesh(without), settings::toString);

    ((ObjectNode) operator.at("/spec/values/pilot")).put("configMap", true);
    ObjectNode global = (ObjectNode) operator.at("/spec/values/global");
    global.set("meshNetworks", networks);
    JsonNode aliases =
        Trees.read(rendered.at("/data/mesh").stringValue()).path("trustDomainAliases");
    if (!aliases.isMissingNode()) {
      // the operator leaves them out, since nothing but this ConfigMap reads them
      ObjectNode owner =
          installer.minor() < 6
              ? global
              : ((ObjectNode) operator.path("spec")).withObject("/meshConfig");
      owner.set("trustDomainAliases", aliases);
    }
    Generated with = generated(installer, operator);
    List<JsonNode> chart = mesh(with);
    assertEquals(1, chart.size());
    assertEquals(networks, networks(chart.get(0)));
    assertEquals(networks, networks(rendered), () -> installer + " " + files.cluster());
    assertEquals(
        plain(Trees.read(chart.get(0).at("/data/mesh").stringValue())),
        plain(Trees.read(rendered.at("/data/mesh").stringValue())),
        () -> installer + " " + files.cluster() + " with " + settings);
    assertEquals(without.names().size() + 1, with.names().size());
    assertEquals(others(without), others(with));
  }

  private static JsonNode networks(JsonNode map) {
    return Trees.read(map.at("/data/meshNetworks").stringValue()).path("networks");
  }

  private Generated generated(Installer installer, JsonNode operator)
      throws IOException, InterruptedException {
    return installer.generate(
        Files.writeString(folder.resolve("operator.yaml"), Trees.block(operator, 2)));
  }

  private static String file(ClusterFiles files, String path) {
    return Objects.requireNonNull(files.files().get(new OutputPath(path)), path);
  }

  private static List<JsonNode> mesh(Generated made) {
    return made.all("ConfigMap").stream().filter(MeshConfigMapTest::isMesh).toList();
  }

  private static boolean isMesh(JsonNode object) {
    return object.path("kind").asString("").equals("ConfigMap")
        && object.at("/metadata/name").asString("").equals("istio");
  }

  /** The injector's record of all values, which has the networks and the key itself, aside. */
  private static List<JsonNode> others(Generated made) {
    List<JsonNode> others = new ArrayList<>();
    for (JsonNode object : made.objects()) {
      if (!isMesh(object)) {
        JsonNode copy = object.deepCopy();
        if (copy.path("data") instanceof ObjectNode data) {
          data.remove("values");
        }
        others.add(copy);
      }
    }
    return others;
  }

  /** Drops keys without a value, of which the chart leaves some. */
  private static JsonNode plain(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        if (!entry.getValue().isNull()) {
          copy.set(entry.getKey(), plain(entry.getValue()));
        }
      }
      return Trees.sorted(copy);
    }
    return node;
  }
}
