package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;

import io.meshwright.AdaptedTopology;
import io.meshwright.Installer;
import io.meshwright.RenderResult;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The meshes whose overlays an installer is given, all of its own version. */
final class InstalledMeshes {
  private static final int RANDOM = 2;
  private static final int SEEDS = 3000;
  private static final int LAST_WITH_INGRESS_GATEWAYS = 7;

  /** Examples that another one is like at every version but their own. */
  private static final Set<String> SIMILAR =
      Set.of(
          "local-istiod",
          "mixed",
          "multi-primary-one-network",
          "primary-remote-one-network",
          "seed");

  private final Installer installer;
  private final Path folder;
  private final Map<String, RenderedMesh> meshes = new LinkedHashMap<>();
  private final Set<Grid.Cell> cells = new HashSet<>();

  private InstalledMeshes(Installer installer, Path folder) {
    this.installer = installer;
    this.folder = folder;
  }

  /**
   * Returns the examples and the meshes of every field as far as the version has them, a small mesh
   * of each model that is not among them, and some random ones; by their names.
   */
  static Map<String, RenderedMesh> of(Installer installer, Path folder) throws IOException {
    InstalledMeshes all = new InstalledMeshes(installer, folder);
    all.addWritten();
    all.addModels();
    all.addRandom();
    return all.meshes;
  }

  /** What is looked at in one mesh. */
  interface Check {
    void of(RenderedMesh mesh) throws IOException, InterruptedException;
  }

  /** Checks every mesh, and returns where in the table those stand that passed. */
  static Set<Grid.Cell> pass(Installer installer, Path folder, Check check) throws IOException {
    Set<Grid.Cell> cells = new HashSet<>();
    Path home = Files.createDirectories(folder.resolve(installer.version()));
    for (Map.Entry<String, RenderedMesh> mesh : of(installer, home).entrySet()) {
      assertAll(mesh.getKey(), () -> check.of(mesh.getValue()));
      Grid.Cell.of(mesh.getValue().facts().topology()).ifPresent(cells::add);
    }
    return cells;
  }

  private void addWritten() throws IOException {
    boolean old = installer.minor() <= LAST_WITH_INGRESS_GATEWAYS;
    List<TestMesh> written =
        old
            ? List.of(TestMesh.example("seed"), TestMesh.ingressGateways())
            : Stream.concat(
                    TestMesh.examples().stream(),
                    Stream.of(
                        TestMesh.rich(),
                        TestMesh.hosted(),
                        TestMesh.listed(),
                        TestMesh.ambient(),
                        TestMesh.kubernetesGateways()))
                .toList();
    for (TestMesh each : written) {
      if (!old && SIMILAR.contains(each.toString()) && !each.text().contains(installer.quoted())) {
        continue;
      }
      if (MeshModel.isTooNew(each.text(), installer.minor())) {
        continue;
      }
      TestMesh mesh = each.copiedTo(folder.resolve(each.toString()));
      String text =
          old
              ? mesh.text().replaceFirst("version: \"1.5.10\"", installer.quoted())
              : AdaptedTopology.to(installer.version(), mesh.text());
      add(each.toString(), mesh.rendered(text));
    }
  }

  private void addModels() throws IOException {
    for (MeshModel model : MeshModel.values()) {
      RenderResult result = mesh(model.name()).render(model.topology(installer.version()));
      if (isRight(result) && !cells.contains(new Grid.Cell(installer.minor(), model))) {
        add(model.title(), result.mesh().orElseThrow());
      }
    }
  }

  private void addRandom() throws IOException {
    int wanted = meshes.size() + RANDOM;
    TestMesh mesh = mesh("random");
    for (int seed = 1; seed < SEEDS && meshes.size() < wanted; seed++) {
      RandomMesh random = RandomMesh.of(seed);
      if (random.minor() == installer.minor()) {
        String text = random.text().replaceFirst("version: \"[^\"]+\"", installer.quoted());
        RenderResult result = mesh.render(text);
        if (isRight(result)) {
          add("the random mesh " + seed, result.mesh().orElseThrow());
        }
      }
    }
  }

  private void add(String name, RenderedMesh mesh) {
    meshes.put(name, mesh);
    Grid.Cell.of(mesh.facts().topology()).ifPresent(cells::add);
  }

  private TestMesh mesh(String name) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.copy(TestMesh.EXAMPLES.resolve("multi-primary/pki/eu1.pem"), home.resolve("ca.pem"));
    return new TestMesh(home);
  }

  private static boolean isRight(RenderResult result) {
    return result.diagnostics().stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
