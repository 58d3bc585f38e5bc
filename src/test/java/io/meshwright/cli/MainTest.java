package io.meshwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final Path EXAMPLES = Path.of("examples");
  private static final Path PRIMARIES = EXAMPLES.resolve("multi-primary/topology.yaml");
  private static final Path REMOTE = EXAMPLES.resolve("primary-remote/topology.yaml");

  private Path folder;

  @BeforeEach
  void inAFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void versionIsOneLine() {
    CapturedRun run = CapturedRun.of("--version");

    assertEquals(ExitCode.OK, run.code());
    assertTrue(run.out().matches("meshwright \\d+\\.\\d+\\.\\d+\n"), run.out());
  }

  @Test
  void helpOfEveryCommandIsAsApproved() {
    StringBuilder text = new StringBuilder(CapturedRun.of("--help").all());
    for (String command : Subcommands.NAMES) {
      text.append("\n$ meshwright ").append(command).append(" --help\n");
      text.append(CapturedRun.of(command, "--help").all());
    }
    approve(text.toString());
  }

  @Test
  void usageErrorsAreAsApproved() {
    StringBuilder text = new StringBuilder();
    for (List<String> arguments :
        List.of(
            List.of("rendr", "x"),
            List.of("nonsense"),
            List.of("--nonsense"),
            List.of("render"),
            List.of("render", "x", "--outptu", "y"),
            List.of("render", "x", "-o"),
            List.of("render", "x", "-o", "a", "-o", "b"),
            List.of("lint", "x", "--format", "jsn"),
            List.of("graph"),
            List.of("graph", "x", "y"),
            List.of("graph", "x", "--format", "sgv"),
            List.of("explain", "unknown-netwrok"),
            List.of("explain", "a", "b"),
            List.of("explain", "a\u001b[31m"),
            List.of("schema", "value"),
            List.of("schema", "values", "x"),
            List.of("render", "x", "y", "--values", "z"))) {
      text.append("$ meshwright ").append(String.join(" ", arguments).replace('\u001b', '?'));
      text.append('\n').append(CapturedRun.of(arguments.toArray()).all()).append('\n');
    }
    approve(text.toString());
  }

  @Test
  void withoutACommandTheHelpIsAnError() {
    CapturedRun run = CapturedRun.of();

    assertEquals(ExitCode.USAGE, run.code());
    assertEquals("", run.out());
    assertEquals(CapturedRun.of("--help").out(), run.err());
  }

  @Test
  void anArgumentWithAnAtSignIsAFilesName() throws IOException {
    Path arguments = Files.writeString(folder.resolve("arguments"), "--help");

    assertEquals(ExitCode.FINDINGS, CapturedRun.of("render", "@" + arguments).code());
  }

  @Test
  void argumentsThatNameNothingAreRefused() {
    CapturedRun empty = CapturedRun.of("render", PRIMARIES, "-o", "");
    CapturedRun foreign = CapturedRun.of("render", PRIMARIES, "-o", folder.resolve("\uFFFD"));

    assertEquals(ExitCode.USAGE, empty.code());
    assertTrue(empty.err().startsWith("meshwright: an argument is empty\n"), empty.err());
    assertEquals(ExitCode.USAGE, foreign.code());
    assertTrue(foreign.err().contains("is not in UTF-8"), foreign.err());
  }

  @Test
  void aFolderThatWasNeverOursIsNoClusterThatIsGone() throws IOException {
    Path docs = folder.resolve("primary-remote/docs");
    Files.createDirectories(docs);
    Files.writeString(docs.resolve("notes.md"), "mine\n");
    CapturedRun run = CapturedRun.of("render", REMOTE, "-o", folder);

    assertEquals(ExitCode.OK, run.code(), run.err());
    assertFalse(run.out().contains("docs"), run.out());
  }

  @Test
  void namesOfStrangersInTheOutputDoNotReachTheTerminal() throws IOException {
    Path stranger = folder.resolve("primary-remote/\u001b[31mred");
    Files.createDirectories(stranger);
    Files.writeString(stranger.resolve("notes.txt"), "mine\n");
    Files.writeString(
        stranger.resolve(".meshwright.lock"), "# a lock makes it a cluster of ours\n");
    CapturedRun run = CapturedRun.of("render", REMOTE, "-o", folder);

    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(run.out().contains("␛[31mred"), run.out());
    assertEquals(-1, run.out().indexOf('\u001b'));
  }

  @Test
  void aKeyOfAnOverlayThatManyClustersShareIsOneFinding() throws IOException {
    Path topology = pending("shared");
    Files.writeString(
        topology.resolveSibling("all.yaml"),
        "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: {tag: 1.2.3}\n");
    Files.writeString(topology, Files.readString(topology) + "  overlays: [all.yaml]\n");
    CapturedRun run = CapturedRun.of("render", topology, "-o", folder);

    assertEquals(ExitCode.FINDINGS, run.code());
    assertTrue(run.err().contains("\n1 error; nothing was written\n"), run.err());
  }

  @Test
  void explainPrintsAPage() {
    CapturedRun run = CapturedRun.of("explain", "unknown-network");

    assertEquals(ExitCode.OK, run.code());
    assertTrue(run.out().startsWith("# unknown-network\n"), run.out());
  }

  @Test
  void explainListsEveryPageWithItsTitle() {
    CapturedRun run = CapturedRun.of("explain");

    assertEquals(RulePages.ids().size(), run.out().lines().count());
    for (String line : run.out().lines().toList()) {
      assertTrue(line.matches("[a-z0-9-]+ {2,}\\S.*"), line);
    }
  }

  @Test
  void schemaIsTheSchema() throws IOException {
    assertEquals(
        Files.readString(Path.of("schemas/topology.schema.json")), CapturedRun.of("schema").out());
  }

  @Test
  void renderOfTwoMeshesIsAsApproved() {
    approve(CapturedRun.of("render", PRIMARIES, REMOTE, "-o", folder).all());
  }

  @Test
  void aSecondRenderChangesNothing() {
    CapturedRun.of("render", REMOTE, "-o", folder);
    CapturedRun run = CapturedRun.of("render", REMOTE, "-o", folder);

    assertEquals(ExitCode.OK, run.code());
    assertTrue(run.out().contains(" unchanged\n"), run.out());
    assertFalse(run.out().contains("written"), run.out());
  }

  @Test
  void whatIsRenderedPassesTheCheck() {
    CapturedRun.of("render", REMOTE, "-o", folder);
    CapturedRun run = CapturedRun.of("check", REMOTE, "-o", folder);

    assertEquals(ExitCode.OK, run.code());
    assertTrue(run.out().matches("\\S+/primary-remote: \\d+ files as rendered\n"), run.out());
  }

  @Test
  void driftIsNamedFileByFile() throws IOException {
    CapturedRun.of("render", REMOTE, "-o", folder);
    Path cluster = folder.resolve("primary-remote/cluster1");
    Files.delete(cluster.resolve("bootstrap/kustomization.yaml"));
    Files.writeString(cluster.resolve("mesh/kustomization.yaml"), "# edited\n");
    Files.writeString(cluster.resolve("notes.txt"), "mine\n");

    approve(CapturedRun.of("check", REMOTE, "-o", folder).all());
  }

  @Test
  void anEditedFileIsNotOverwrittenUnlessNamed() throws IOException {
    CapturedRun.of("render", REMOTE, "-o", folder);
    Path file = folder.resolve("primary-remote/cluster1/mesh/kustomization.yaml");
    String rendered = Files.readString(file);
    Files.writeString(file, "# edited\n");

    assertEquals(ExitCode.FINDINGS, CapturedRun.of("render", REMOTE, "-o", folder).code());
    assertEquals("# edited\n", Files.readString(file));
    CapturedRun run = CapturedRun.of("render", REMOTE, "-o", folder, "--overwrite", file);
    assertEquals(ExitCode.OK, run.code());
    assertEquals(rendered, Files.readString(file));
  }

  @Test
  void onlyOneClusterIsWritten() throws IOException {
    CapturedRun run = CapturedRun.of("render", REMOTE, "-o", folder, "--only", "cluster2");

    assertEquals(ExitCode.OK, run.code());
    assertTrue(Files.exists(folder.resolve("primary-remote/cluster2/.meshwright.lock")));
    assertFalse(Files.exists(folder.resolve("primary-remote/cluster1")));
  }

  @Test
  void anUnknownClusterIsAWrongArgument() {
    CapturedRun run = CapturedRun.of("render", REMOTE, "-o", folder, "--only", "cluster22");

    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("did you mean \"cluster2\"?"), run.err());
  }

  @Test
  void oneWrongTopologyAmongSeveralStopsAll() throws IOException {
    CapturedRun run =
        CapturedRun.of("render", REMOTE, folder.resolve("missing.yaml"), "-o", folder);

    assertEquals(ExitCode.FINDINGS, run.code());
    assertFalse(Files.exists(folder.resolve("primary-remote")));
  }

  @Test
  void aFileInTheWayOfOneMeshStopsTheOthers() throws IOException {
    Path way = folder.resolve("primary-remote/cluster2/mesh/kustomization.yaml");
    Files.createDirectories(way.resolveSibling("."));
    Files.writeString(way, "mine\n");

    CapturedRun run = CapturedRun.of("render", PRIMARIES, REMOTE, "-o", folder);
    assertEquals(ExitCode.FINDINGS, run.code());
    assertTrue(run.err().contains("1 error; nothing was written\n"), run.err());
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(List.of(way), left.filter(Files::isRegularFile).toList());
    }
    assertFalse(Files.exists(folder.resolve("multi-primary")), "drafts and folders go again");
  }

  @Test
  void oneMeshInTwoTopologiesIsAWrongArgument() {
    CapturedRun run = CapturedRun.of("render", REMOTE, REMOTE, "-o", folder);

    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("the mesh \"primary-remote\""), run.err());
  }

  @Test
  void aGapIsNamedAndKeepsWhatIsThere() throws IOException {
    Path topology = pending("first");
    approve(
        CapturedRun.of("render", topology, "-o", folder).all()
            + CapturedRun.of("check", topology, "-o", folder).all()
            + CapturedRun.of("check", "--complete", topology, "-o", folder).all());
  }

  @Test
  void lintOfARightTopologySaysSo() {
    CapturedRun run = CapturedRun.of("lint", REMOTE);

    assertEquals(new CapturedRun(ExitCode.OK, "no findings\n", ""), run);
  }

  private Path pending(String name) throws IOException {
    Path copy = folder.resolve(name);
    Files.createDirectories(copy.resolve("pki"));
    Files.copy(
        EXAMPLES.resolve("primary-remote/pki/cluster2.pem"), copy.resolve("pki/cluster2.pem"));
    String text =
        Files.readString(REMOTE).replace("addresses: [10.20.0.15]", "addresses: [pending]");
    return Files.writeString(copy.resolve("topology.yaml"), text);
  }

  private void approve(String text) {
    Approvals.verify(
        text.replace(folder.toString(), "FOLDER"), new Options(QuietReporter.INSTANCE));
  }
}
