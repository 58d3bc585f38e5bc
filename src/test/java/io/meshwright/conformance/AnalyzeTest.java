package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.AdaptedTopology;
import io.meshwright.Installer;
import io.meshwright.InstallerOfMinor;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.output.ClusterFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** istioctl's analysis finds nothing in what is in a cluster once all of its layers are applied. */
@Conformance(Part.ISTIOCTL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalyzeTest {
  /** The first minor of which a whole istioctl was to be had. */
  private static final int FIRST = 18;

  /**
   * A mistake in a file.
   *
   * @param name what the page calls it
   * @param file the file
   * @param right what stands there
   * @param wrong what somebody wrote instead
   * @param said what the analysis says of it
   */
  private record Mistake(String name, String file, String right, String wrong, String said) {}

  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake(
              "a route of a Gateway that is not there",
              "istiod-route",
              "- istiod-gateway",
              "- other",
              "Error IST0101: Referenced gateway not found: \"other\""),
          new Mistake(
              "a protocol that is none",
              "istiod-gateway",
              "protocol: TLS",
              "protocol: TLX",
              "Error IST0106: Schema validation error: invalid protocol \"TLX\""),
          new Mistake(
              "a selector that no pod has", "istiod-gateway", "eastwestgateway", "other", ""));

  /**
   * What is known and right: a gateway takes the root from a Secret ({@code credentialName}), and
   * the analysis counts that only where the DestinationRule selects pods of its own namespace
   * (pkg/config/analysis/analyzers/destinationrule/ca-certificates.go at 1.30.3).
   */
  private static final Pattern KNOWN =
      Pattern.compile("Warning IST0129: DestinationRule \\S+/external-istiod-dr .*");

  private final Path folder;
  private final Istioctls istioctls = new Istioctls(FIRST);
  private final Set<Grid.Cell> cells = new HashSet<>();

  AnalyzeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<InstallerOfMinor> istioctls() throws IOException, InterruptedException {
    return InstallerOfMinor.since(FIRST);
  }

  @ParameterizedTest
  @MethodSource("istioctls")
  void findsNothing(InstallerOfMinor minor) throws IOException, InterruptedException {
    Installer installer = minor.orSkip();
    Path home = Files.createDirectories(folder.resolve(installer.version()));
    for (TestMesh example : TestMesh.examples()) {
      if (example.text().contains("version: \"1." + minor.minor() + ".")) {
        TestMesh mesh = example.copiedTo(home.resolve(example.toString()));
        findsNothing(
            installer, mesh.rendered(AdaptedTopology.to(installer.version(), mesh.text())));
      }
    }
    for (MeshModel model : MeshModel.of(minor.minor())) {
      RenderedMesh mesh = small(model, home.resolve(model.name()), installer);
      findsNothing(installer, mesh);
      Grid.Cell.of(mesh.facts().topology()).ifPresent(cells::add);
    }
    istioctls.tried(installer);
  }

  @ParameterizedTest
  @MethodSource("istioctls")
  void findsMistakes(InstallerOfMinor minor) throws IOException, InterruptedException {
    Installer installer = minor.orSkip();
    Path home = folder.resolve("mistakes").resolve(installer.version());
    RenderedMesh mesh = small(MeshModel.PRIMARY_REMOTE_NETWORKS, home, installer);
    Analyzed primary = analyzed(installer, mesh, mesh.clusters().get(0));
    assertEquals(List.of(), primary.findings());
    for (Mistake mistake : MISTAKES) {
      Path file = primary.folder().resolve("mesh").resolve(mistake.file() + ".yaml");
      String text = Files.readString(file);
      assertNotEquals(text, text.replace(mistake.right(), mistake.wrong()));
      Files.writeString(file, text.replace(mistake.right(), mistake.wrong()));
      String said = String.join("; ", primary.findings());
      assertTrue(
          said.startsWith(mistake.said()) && mistake.said().isEmpty() == said.isEmpty(), said);
      Files.writeString(file, text);
    }
  }

  @AfterAll
  void thePageSaysSo() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        """
        `istioctl analyze --use-kube=false` reads what is rendered for a cluster and what istioctl makes of the IstioOperators: of each
        example at its version, and of a small mesh of each model at each minor. It says nothing: no error, no warning, no note, but for
        IST0129 of the DestinationRule in front of a hosted istiod, whose gateway has its root from a Secret: the analysis looks for a file. Without a
        cluster it leaves out all that looks at pods and Services; what it does find, at each minor:
        """);
    lines.add("| mistake in `mesh/` | what istioctl says |");
    lines.add("|---|---|");
    for (Mistake mistake : MISTAKES) {
      String said = mistake.said().isEmpty() ? "nothing" : mistake.said();
      lines.add("| " + mistake.name() + " | " + said + " |");
    }
    istioctls.chapter("What istioctl's analysis says", () -> lines);
    Grid.proven(Proof.ANALYZED, cells, istioctls.minors());
  }

  private static RenderedMesh small(MeshModel model, Path home, Installer installer)
      throws IOException {
    Files.createDirectories(home);
    Files.copy(TestMesh.EXAMPLES.resolve("multi-primary/pki/eu1.pem"), home.resolve("ca.pem"));
    return new TestMesh(home).rendered(model.topology(installer.version()));
  }

  private void findsNothing(Installer installer, RenderedMesh mesh)
      throws IOException, InterruptedException {
    for (ClusterFiles files : mesh.clusters()) {
      List<String> findings =
          analyzed(installer, mesh, files).findings().stream()
              .filter(finding -> !KNOWN.matcher(finding).matches())
              .toList();
      assertEquals(List.of(), findings, files::cluster);
    }
  }

  private Analyzed analyzed(Installer installer, RenderedMesh mesh, ClusterFiles files)
      throws IOException, InterruptedException {
    Path output = Files.createTempDirectory(folder, "output");
    TestMesh.write(mesh, output);
    Analyzed analyzed = new Analyzed(installer, output.resolve(files.cluster()));
    analyzed.install();
    return analyzed;
  }
}
