package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.diagnostic.Severity;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A topology's folder that a test may change and render, in memory.
 *
 * @param folder the folder, with the files that the topology names
 */
public record TestMesh(Path folder) {
  /** A topology with every field that is rendered. */
  static final Path RICH = Path.of("src/test/resources/render/rich");

  /** A topology whose gateways are listed. */
  private static final Path LISTED = Path.of("src/test/resources/render/listed");

  public static final Path EXAMPLES = Path.of("examples");
  private static final String FILE = "topology.yaml";
  private static final String REFUSED = "seed-2020";
  private static final TopologyChecker CHECKER = TopologyChecker.standard();

  /** Returns the examples that the repository offers, but for the one that is refused. */
  public static List<TestMesh> examples() throws IOException {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(FILE)) && !folder.endsWith(REFUSED))
          .sorted()
          .map(TestMesh::new)
          .toList();
    }
  }

  /** Returns an example. */
  public static TestMesh example(String name) {
    return new TestMesh(EXAMPLES.resolve(name));
  }

  /** Returns a mesh of three clusters and two networks that fits Istio 1.5 to 1.7. */
  public static TestMesh ingressGateways() {
    return new TestMesh(RICH.resolveSibling("ingress-gateways"));
  }

  /** Returns an ambient mesh with every field that such a one has. */
  public static TestMesh ambient() {
    return new TestMesh(RICH.resolveSibling("ambient-rich"));
  }

  /** Returns a mesh whose control plane another cluster hosts, with nothing left out. */
  public static TestMesh hosted() {
    return new TestMesh(RICH.resolveSibling("hosted"));
  }

  /** Returns a mesh whose gateways are made by the Kubernetes Gateway API. */
  public static TestMesh kubernetesGateways() {
    return new TestMesh(RICH.resolveSibling("kubernetes-gateway-rich"));
  }

  /** Returns a mesh that Helm installs, with settings of its users. */
  public static TestMesh helm() {
    return new TestMesh(RICH.resolveSibling("helm-rich"));
  }

  /** Returns an ambient mesh that Helm installs. */
  public static TestMesh helmAmbient() {
    return new TestMesh(RICH.resolveSibling("helm-ambient"));
  }

  /** Returns a mesh with every field that is rendered. */
  public static TestMesh rich() {
    return new TestMesh(RICH);
  }

  /** Returns a mesh with every field that says which Istio a cluster runs. */
  public static TestMesh versions() {
    return new TestMesh(RICH.resolveSibling("versions"));
  }

  /** Returns a mesh with every field that Argo CD has, and of Flux those that it shares. */
  public static TestMesh argoCd() {
    return new TestMesh(RICH.resolveSibling("argocd"));
  }

  /** Returns a mesh with every field that Flux has. */
  public static TestMesh flux() {
    return new TestMesh(RICH.resolveSibling("flux"));
  }

  /** Returns a mesh whose gateways are listed. */
  public static TestMesh listed() {
    return new TestMesh(LISTED);
  }

  /** Copies the folder, with all that is in it, to {@code target}. */
  public TestMesh copiedTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(folder.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling("."));
        Files.copy(file, copy);
      }
    }
    return new TestMesh(target);
  }

  Path topology() {
    return folder.resolve(FILE);
  }

  /** Returns the topology. */
  public String text() throws IOException {
    return Files.readString(topology());
  }

  JsonNode tree() throws IOException {
    return Trees.read(text());
  }

  /** Renders what the folder holds. */
  RenderResult render() {
    return render(topology(), Optional.empty());
  }

  /** Renders any file, with the values of another one. */
  public static RenderResult render(Path topology, Optional<Path> values) {
    return render(topology, values, cluster -> true);
  }

  /** Renders the clusters of any file whose names {@code only} accepts. */
  static RenderResult render(Path topology, Optional<Path> values, Predicate<String> only) {
    CheckResult checked = CHECKER.check(topology, values);
    List<Diagnostic> found = new ArrayList<>(checked.diagnostics());
    Optional<RenderedMesh> mesh = checked.mesh().flatMap(right -> rendered(right, only, found));
    return new RenderResult(mesh, found, checked.sources());
  }

  private static Optional<RenderedMesh> rendered(
      CheckedMesh mesh, Predicate<String> only, List<Diagnostic> found) {
    SortedMap<String, ClusterFiles> clusters = new ConcurrentSkipListMap<>();
    try {
      Outcome<MeshPlan> rendered = mesh.render(only, files -> clusters.put(files.cluster(), files));
      found.addAll(rendered.diagnostics());
      return rendered
          .value()
          .map(
              plan ->
                  new RenderedMesh(
                      plan.facts(),
                      List.copyOf(clusters.values()),
                      plan.gaps(),
                      plan.order(),
                      plan.manualSteps()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts another text in the place of the topology, and renders that. */
  public RenderResult render(String text) throws IOException {
    Files.writeString(topology(), text);
    return render();
  }

  /** Renders what the folder holds, and fails on any error. */
  public RenderedMesh rendered() {
    return right(render());
  }

  /** Renders {@code text} in the topology's place, and fails on any error. */
  public RenderedMesh rendered(String text) throws IOException {
    return right(render(text));
  }

  private static RenderedMesh right(RenderResult result) {
    assertEquals(
        List.of(),
        result.diagnostics().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList());
    return result.mesh().orElseThrow();
  }

  /** Returns all files of {@code mesh}, by {@code cluster/layer/file}. */
  public static SortedMap<String, String> files(RenderedMesh mesh) {
    SortedMap<String, String> files = new TreeMap<>();
    for (ClusterFiles cluster : mesh.clusters()) {
      for (Map.Entry<OutputPath, String> file : cluster.files().entrySet()) {
        files.put(cluster.cluster() + "/" + file.getKey(), file.getValue());
      }
    }
    return files;
  }

  /** Writes all files of {@code mesh} into {@code folder}. */
  public static void write(RenderedMesh mesh, Path folder) throws IOException {
    for (Map.Entry<String, String> file : files(mesh).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, file.getValue());
    }
  }

  @Override
  public String toString() {
    return folder.getFileName() + "";
  }
}
