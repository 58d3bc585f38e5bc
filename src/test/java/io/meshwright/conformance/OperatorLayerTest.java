package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Installer;
import io.meshwright.InstallerOfMinor;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.Tool;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioReleases;
import io.meshwright.output.ClusterFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The layer that Istio's operator in the cluster reads is taken under that operator's definition.
 */
@Conformance({Part.APISERVER, Part.ISTIOCTL})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorLayerTest {
  private static final String CHAPTER = "What Istio's operator in the cluster reads";
  private static final int FIRST_WITH_PRIMARIES = 8;

  /** Before, the definition is of a version that Kubernetes had until 1.21. */
  private static final int FIRST_WITH_DEFINITION = 10;

  private static final String LAYER = "control-plane";

  private final Programs programs = Programs.found();
  private final SortedMap<Integer, String> proven = new TreeMap<>();
  private final Path folder;
  private final ApiServer server;

  OperatorLayerTest(@TempDir Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.server = ApiServer.start(programs);
    server.kubectl().right("create", "namespace", "istio-system");
  }

  static List<Integer> minors() {
    return Stream.iterate(IstioFeature.IN_CLUSTER_OPERATOR.since(), minor -> minor + 1)
        .limit(
            IstioFeature.IN_CLUSTER_OPERATOR.until() - IstioFeature.IN_CLUSTER_OPERATOR.since() + 1)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("minors")
  void theLayerIsTakenAndStaysAsItIs(int minor) throws IOException, InterruptedException {
    Installer installer = installer(Math.max(minor, FIRST_WITH_DEFINITION)).orSkip();
    Kubectl kubectl = server.kubectl();
    List<Path> layers = layers(minor);
    if (proven.isEmpty()) {
      Tool.Run undefined = kubectl.apply(layers.get(0));
      assertTrue(
          undefined.error().contains("no matches for kind \"IstioOperator\""), undefined::error);
    }
    kubectl.define(definition(installer));
    int objects = 0;
    for (Path layer : layers) {
      objects += kubectl.accepts(layer);
      kubectl.hasNothingToChange(layer);
    }
    String row = "| 1.%d | %d | %d | %s |";
    proven.put(minor, row.formatted(minor, layers.size(), objects, installer.version()));
  }

  private static InstallerOfMinor installer(int minor) throws IOException, InterruptedException {
    return InstallerOfMinor.all().stream()
        .filter(each -> each.minor() == minor)
        .findFirst()
        .orElseGet(() -> new InstallerOfMinor(minor, Optional.empty()));
  }

  /** Returns that layer of each cluster of a mesh. */
  private List<Path> layers(int minor) throws IOException {
    Path home = Files.createDirectory(folder.resolve("mesh" + minor));
    Files.copy(TestMesh.EXAMPLES.resolve("multi-primary/pki/eu1.pem"), home.resolve("ca.pem"));
    boolean several = minor >= FIRST_WITH_PRIMARIES;
    MeshModel model = several ? MeshModel.MIXED_NETWORKS : MeshModel.PRIMARY_REMOTE_NETWORKS;
    String version = "1." + minor + "." + IstioReleases.last(minor).orElseThrow();
    String text =
        model.topology(version).replace("    version:", "    install: operator\n    version:");
    RenderedMesh mesh = new TestMesh(home).rendered(text);
    TestMesh.write(mesh, home);
    return mesh.clusters().stream()
        .map(ClusterFiles::cluster)
        .map(cluster -> home.resolve(cluster).resolve(LAYER))
        .toList();
  }

  /** Returns the definition that the operator of an istioctl brings. */
  private Definitions definition(Installer installer) throws IOException, InterruptedException {
    Tool.Run run = installer.tool().run("operator", "dump");
    assertEquals(0, run.exit(), run::error);
    String definition =
        Stream.of(run.out().split("(?m)^---$", -1))
            .filter(document -> document.contains("\nkind: CustomResourceDefinition\n"))
            .findFirst()
            .orElseThrow();
    Path file = folder.resolve("definition-" + installer.version() + ".yaml");
    return Definitions.of("istioctl " + installer.version(), Files.writeString(file, definition));
  }

  @AfterAll
  void thePageSaysSo() throws IOException, InterruptedException {
    server.close();
    List<String> lines = new ArrayList<>();
    lines.add(
        "With `install: operator` the layer `control-plane` is applied like the others. A server"
            + " takes it from every cluster of a mesh of several\nprimaries and remotes, up to 1.7"
            + " of a primary and a remote, under the definition of IstioOperator that `istioctl"
            + " operator dump` prints; a\nsecond apply changes nothing; without the definition it is"
            + " refused. That definition takes any field: what istioctl says of the fields stands\n"
            + "in another chapter. Up to 1.9 the definition is of a version that Kubernetes had until"
            + " 1.21: 1.10's stands in for it.\n");
    lines.add("| Istio | clusters | objects | definition of istioctl |");
    lines.add("|---|---|---|---|");
    lines.addAll(Page.rows(CHAPTER, proven).values());
    Page.chapter(CHAPTER, programs, lines);
  }
}
