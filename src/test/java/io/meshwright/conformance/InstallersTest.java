package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshwright.Generated;
import io.meshwright.Installer;
import io.meshwright.InstallerOfMinor;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.conformance.Differences.Reason;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.istio.GatewayChart;
import io.meshwright.istio.IstioVersion;
import io.meshwright.plan.ChartRelease;
import io.meshwright.plan.ChartReleases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What Helm installs for a topology is what istioctl installs, object by object and field by field,
 * but for what is listed here.
 */
@Conformance({Part.ISTIOCTL, Part.CHARTS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallersTest {
  private static final int FIRST = 24;

  /** The minors in which meshes that leave nothing out are compared, too. */
  private static final Set<Integer> WHOLE = Set.of(24, 27, 30);

  private static final String GATEWAY =
      ": [A-Za-z]+ (istio-eastwestgateway|istio-ingressgateway|qgateway)[^/]*";
  private static final String POD = ".*" + GATEWAY + "/spec/template/";

  private static final List<Reason> REASONS =
      List.of(
          new Reason(
              ".*/labels/(app\\.kubernetes\\.io/(instance|version|managed-by)|helm\\.sh/chart|release)",
              "names the chart and the release; nothing selects by it"),
          new Reason(
              ".*: ConfigMap values.*/data/(original|merged)-values/.*",
              "a record of what the chart was given: istioctl gives every chart all values, with"
                  + " those of its profile"),
          new Reason(
              ".*: (Role|RoleBinding) (istio-eastwestgateway|istio-ingressgateway|qgateway)[^/]*",
              "the chart `gateway` calls it like the account; it allows the same"),
          new Reason(
              ".*: PodDisruptionBudget .*gateway[^/]*",
              "the chart `gateway` makes one where there are several replicas, for which its value"
                  + " `podDisruptionBudget` asks"),
          new Reason(
              ".*"
                  + GATEWAY
                  + "(/spec/template)?/metadata/labels/(app\\.kubernetes\\.io/name|chart|heritage"
                  + "|install\\.operator\\.istio\\.io/owning-resource|istio\\.io/(dataplane-mode|rev)"
                  + "|operator\\.istio\\.io/component|service\\.istio\\.io/canonical-(name|revision))",
              "a label of the one chart of gateways or of the other"),
          new Reason(
              ".*: [A-Za-z]+ qgateway[^/]*"
                  + "(/spec/template)?/(metadata/labels|spec/selector(/matchLabels)?)/istio",
              "the chart `gateway` has the label `istio` in any case, of the gateway's name"),
          new Reason(
              ".*"
                  + GATEWAY
                  + "/spec/selector(/matchLabels)?/(networking\\.istio\\.io/gatewayPort"
                  + "|topology\\.istio\\.io/network|qkey)",
              "the chart `gateway` selects its pods by `app` and `istio` alone"),
          new Reason(
              ".*" + GATEWAY + "/spec/(strategy|template/spec/(affinity|terminationGrace.*))/?.*",
              "a default of the one chart of gateways or of the other"),
          new Reason(
              POD
                  + "spec/(volumes.*|securityContext/.*|containers/istio-proxy/(volumeMounts.*|ports/.*"
                  + "|securityContext/.*))",
              "istiod injects what a pod of the chart `gateway` needs; it may open low ports"),
          new Reason(
              ".*: Deployment istio-ingressgateway/spec/template/(metadata/(labels|annotations)/.*"
                  + "|spec/containers/istio-proxy/(args|env|image|readinessProbe).*)",
              "the istiod beside the host's gateway injects it, too"));

  /**
   * A text of the values, and what somebody wrote instead.
   *
   * @param file the end of the file's path
   * @param right the text
   * @param wrong the other text
   */
  private record Mistake(String file, String right, String wrong) {}

  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake("istiod/values.yaml", "clusterName: eu1", "clusterName: us1"),
          new Mistake("istiod/values.yaml", "meshID: helm", "meshID: other"),
          new Mistake("istiod/values.yaml", "network: eu", "network: us"),
          new Mistake("istiod/values.yaml", "externalIstiod: true", "externalIstiod: false"),
          new Mistake("istiod/values.yaml", "tag: \"1", "tag: \"2"),
          new Mistake("istiod/values.yaml", "autoscaleMin: 2", "autoscaleMin: 3"),
          new Mistake("istio-base/values.yaml", "defaultRevision: \"\"", "defaultRevision: \"x\""),
          new Mistake("gateway/values.yaml", "port: 15012", "port: 15013"),
          new Mistake("gateway/values.yaml", "network: eu", "network: us"),
          new Mistake("gateway/values.yaml", "VIEW: eu", "VIEW: us"),
          new Mistake("gateway/values.yaml", "istio: eastwestgateway", "istio: other"),
          new Mistake("gateway/values.yaml", "type: LoadBalancer", "type: ClusterIP"),
          new Mistake("gateway/values.yaml", "IP: \"192.0.2.10", "IP: \"192.0.2.11"),
          new Mistake("gateway/values.yaml", "name: istio-east", "name: istio-west"));

  private final Path folder;
  private final Differences differences = new Differences(REASONS);
  private final Set<Grid.Cell> cells = new HashSet<>();
  private final Istioctls istioctls = new Istioctls(FIRST);

  InstallersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<InstallerOfMinor> istioctls() throws IOException, InterruptedException {
    return InstallerOfMinor.since(FIRST);
  }

  @ParameterizedTest
  @MethodSource("istioctls")
  void helmInstallsWhatIstioctlDoes(InstallerOfMinor minor)
      throws IOException, InterruptedException {
    Installer istioctl = minor.orSkip();
    Charts charts = charts(istioctl);
    Path home = Files.createDirectories(folder.resolve(istioctl.version()));
    boolean whole = WHOLE.contains(istioctl.minor());
    for (FormMeshes mesh : FormMeshes.of(istioctl, whole, home)) {
      RenderedMesh theirs = mesh.renderedFor("istioctl");
      RenderedMesh ours = mesh.renderedFor("helm");
      for (ClusterFacts cluster : ours.facts().clusters()) {
        List<JsonNode> installed = byIstioctl(istioctl, theirs, cluster);
        List<JsonNode> released = byHelm(charts, ours, TestMesh.files(ours), cluster);
        assertEquals(installed.isEmpty(), released.isEmpty());
        differences.take(
            mesh.name(), istioctl.minor(), InstalledObjects.between(installed, released));
      }
      Grid.Cell.of(ours.facts().topology()).ifPresent(cells::add);
    }
    istioctls.tried(istioctl);
  }

  @AfterAll
  void thePageSaysSo() throws IOException {
    Grid.proven(Proof.CHARTS, cells, istioctls.minors());
    istioctls.chapter(
        "What Helm installs, and istioctl",
        () ->
            differences.table(
                """
        A small mesh of each model, and in some minors the examples and meshes of every field, are rendered for istioctl and for Helm. istioctl
        and the real Helm, with the charts of the same release in `$ISTIO_CHARTS_DIR/VERSION`, make the objects of them, which are the same,
        field by field, ConfigMaps opened, but for what follows. [installers.md](installers.md) says what it means.
        """));
  }

  /** What Helm installs otherwise is found. */
  @Test
  void everyMistakeIsFound() throws IOException, InterruptedException {
    InstallerOfMinor minor =
        istioctls().stream()
            .filter(
                each -> each.installer().map(Installer::version).flatMap(Charts::of).isPresent())
            .reduce((older, newer) -> newer)
            .orElseThrow();
    Installer istioctl = minor.orSkip();
    TestMesh copy = TestMesh.example("helm").copiedTo(folder.resolve("helm"));
    FormMeshes mesh = new FormMeshes("helm", copy, FormMeshes.of(copy.text(), istioctl.version()));
    ClusterFacts cluster = mesh.renderedFor("helm").facts().cluster("eu1").orElseThrow();
    RenderedMesh ours = mesh.renderedFor("helm");
    List<JsonNode> installed = byIstioctl(istioctl, mesh.renderedForOperators("istioctl"), cluster);
    Charts charts = charts(istioctl);
    SortedMap<String, String> right = TestMesh.files(ours);
    compare(istioctl, installed, byHelm(charts, ours, right, cluster));
    for (Mistake mistake : MISTAKES) {
      SortedMap<String, String> wrong = TestMesh.files(ours);
      wrong.replaceAll(
          (path, text) ->
              path.endsWith(mistake.file())
                  ? text.replace(mistake.right(), mistake.wrong())
                  : text);
      assertFalse(wrong.equals(right), mistake::toString);
      List<JsonNode> released = byHelm(charts, ours, wrong, cluster);
      assertThrows(
          AssertionError.class, () -> compare(istioctl, installed, released), mistake::toString);
    }
  }

  private static void compare(Installer istioctl, List<JsonNode> theirs, List<JsonNode> ours) {
    new Differences(REASONS).take("helm", istioctl.minor(), InstalledObjects.between(theirs, ours));
  }

  /** Helm refuses the charts of gateways that a rule warns of, and no others. */
  @ParameterizedTest
  @MethodSource("istioctls")
  void helmRefusesTheChartsThatARuleWarnsOf(InstallerOfMinor minor) throws IOException {
    Installer istioctl = minor.orSkip();
    Optional<Charts> charts = Charts.of(istioctl.version());
    assumeTrue(charts.isPresent(), Charts.HOW_TO_HAVE);
    IstioVersion version = IstioVersion.of(istioctl.version());
    ChartRelease release = new ChartRelease("ingress", "gateway", "ingress", version);
    Path values = Files.writeString(folder.resolve("any.yaml"), "labels: {a: b}\n");
    if (GatewayChart.isRefusedByHelm(version)) {
      assertThrows(RuntimeException.class, () -> charts.get().rendered(release, values));
    } else {
      assertFalse(charts.get().rendered(release, values).objects().isEmpty());
    }
  }

  private Charts charts(Installer istioctl) throws IOException {
    Optional<Charts> charts = Charts.of(istioctl.version());
    assumeTrue(charts.isPresent(), Charts.HOW_TO_HAVE);
    Path copy = folder.resolve("charts-" + istioctl.version());
    return GatewayChart.isRefusedByHelm(IstioVersion.of(istioctl.version())) && !Files.exists(copy)
        ? charts.get().withoutSchemas(copy)
        : charts.get();
  }

  private List<JsonNode> byIstioctl(Installer istioctl, RenderedMesh mesh, ClusterFacts cluster)
      throws IOException, InterruptedException {
    // a canary's operator brings once more what both share, and what is installed last stays
    Map<String, JsonNode> objects = new LinkedHashMap<>();
    String start = cluster.cluster().name() + "/control-plane/";
    for (Map.Entry<String, String> file : TestMesh.files(mesh).entrySet()) {
      if (file.getKey().startsWith(start)) {
        Path operator = Files.writeString(folder.resolve("operator.yaml"), file.getValue());
        for (JsonNode object : istioctl.generate(operator).objects()) {
          JsonNode metadata = object.path("metadata");
          objects.put(
              object.path("kind") + " " + metadata.path("namespace") + metadata.path("name"),
              object);
        }
      }
    }
    return List.copyOf(objects.values());
  }

  private List<JsonNode> byHelm(
      Charts charts, RenderedMesh mesh, Map<String, String> files, ClusterFacts cluster)
      throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (ChartRelease release : ChartReleases.of(mesh.facts(), cluster)) {
      String path = cluster.cluster().name() + "/" + release.folder() + "/values.yaml";
      String text = Optional.ofNullable(files.get(path)).orElseThrow();
      Generated made =
          charts.rendered(release, Files.writeString(folder.resolve("values.yaml"), text));
      objects.addAll(made.objects());
    }
    return objects;
  }
}
