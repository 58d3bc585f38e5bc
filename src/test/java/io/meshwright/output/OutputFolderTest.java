package io.meshwright.output;

import static io.meshwright.output.Tree.cluster;
import static io.meshwright.output.Tree.rules;
import static io.meshwright.output.Tree.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  private static final ClusterFiles EAST =
      cluster("east", "bootstrap/namespace.yaml", "a: 1\n", "mesh/gateway.yaml", "b: 2\n");
  private static final ClusterFiles WEST = cluster("west", "mesh/gateway.yaml", "c: 3\n");
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  private Tree tree;

  @BeforeEach
  void startEmpty(@TempDir Path temp) {
    tree = new Tree(temp.resolve("output"));
  }

  @Test
  void writesFilesAndALockThatSha256sumReads() throws IOException {
    tree.render(EAST);

    assertEquals("a: 1\n", Files.readString(tree.file("east/bootstrap/namespace.yaml")));
    assertEquals(
        Lock.TITLE
            + "37b128c59f1f5097f73f82691cb519f1f568667faab5ced1b4ab979d36837eae"
            + "  bootstrap/namespace.yaml\n"
            + "d4eed209fa44e2eb45f5dbe26726d1985cef0bc7b9a2c923a8d7e8003662234e"
            + "  mesh/gateway.yaml\n",
        Files.readString(tree.file("east/.meshwright.lock")));
  }

  @Test
  void writesFilesThatOthersCanRead() throws IOException {
    tree.render(EAST);

    Path file = tree.file("east/mesh/gateway.yaml");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Path plain = Files.writeString(tree.directory.resolve("plain"), "");
      assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
      assertTrue(Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_READ));
    }
  }

  @Test
  void touchesNothingThatIsAsItShouldBe() throws IOException {
    tree.render(EAST, WEST);
    age();

    Comparison comparison = tree.render(EAST, WEST);

    assertEquals(List.of(), comparison.drift());
    assertEquals(2, comparison.clusters().get(0).unchanged());
    assertTrue(comparison.clusters().get(0).isUpToDate());
    assertEquals(List.of(), young());
  }

  @Test
  void touchesOnlyTheFilesThatDifferAndTheirLock() throws IOException {
    tree.render(EAST, WEST);
    age();

    tree.render(
        cluster("east", "bootstrap/namespace.yaml", "a: 1\n", "mesh/gateway.yaml", "b: 9\n"), WEST);

    assertEquals(List.of("mesh/east/.meshwright.lock", "mesh/east/mesh/gateway.yaml"), young());
  }

  @Test
  void adoptsFilesThatEqualWhatIsRendered() throws IOException {
    tree.render(EAST);
    Map<String, String> before = tree.snapshot();
    Files.delete(tree.file("east/.meshwright.lock"));
    age();

    Comparison comparison = tree.compare(EAST);
    assertEquals(List.of("stale-lock"), rules(comparison.drift()));
    tree.render(EAST);

    assertEquals(before, tree.snapshot());
    assertEquals(List.of("mesh/east/.meshwright.lock"), young());
  }

  @Test
  void refusesToOverwriteAnEditAndSaysHowToGiveItUp() throws IOException {
    tree.render(EAST, WEST);
    tree.put("east/mesh/gateway.yaml", "b: 2 # mine\n");
    Map<String, String> before = tree.snapshot();

    Comparison comparison = tree.render(EAST, cluster("west", "mesh/gateway.yaml", "new\n"));

    Diagnostic problem = comparison.problems().get(0);
    assertEquals(1, comparison.problems().size());
    assertEquals("edited-file", problem.rule());
    assertEquals(tree.file("east/mesh/gateway.yaml").toString(), problem.location().file());
    assertTrue(problem.help().contains("--overwrite " + problem.location().file()), problem::help);
    assertEquals(before, tree.snapshot());
    assertEquals(List.of("edited-file", "stale-file"), rules(comparison.drift()));

    tree.overwriting("east/mesh/gateway.yaml").render(EAST, WEST);
    assertEquals("b: 2\n", Files.readString(tree.file("east/mesh/gateway.yaml")));
  }

  @Test
  void refusesToOverwriteWhatItNeverWrote() throws IOException {
    tree.put("east/mesh/gateway.yaml", "mine\n");

    Comparison comparison = tree.render(EAST);

    assertEquals(List.of("foreign-file"), rules(comparison.problems()));
    assertEquals(
        List.of("foreign-file", "missing-file"),
        rules(comparison.drift()).stream().sorted().toList());
    assertFalse(Files.exists(tree.file("east/bootstrap")));

    assertEquals(List.of(), tree.overwriting("east/mesh/gateway.yaml").render(EAST).problems());
    assertEquals(List.of(), tree.compare(EAST).drift());
  }

  @Test
  void leavesForeignFilesAloneAndNamesThemInACheck() throws IOException {
    tree.render(EAST);
    tree.put("east/mesh/foreign.txt", "mine\n");
    tree.put("east/Notes \u001b[31m.md", "mine\n");
    tree.put("README.md", "mine\n");
    tree.put("other/deep/x.yaml", "mine\n");

    Comparison comparison = tree.render(EAST);

    assertEquals(List.of(), comparison.problems());
    assertEquals(
        List.of(
            tree.file("README.md").toString(),
            tree.file("east/Notes ?[31m.md").toString(),
            tree.file("east/mesh/foreign.txt").toString(),
            tree.file("other/deep/x.yaml").toString()),
        comparison.drift().stream().map(finding -> finding.location().file()).toList());
    assertTrue(Files.exists(tree.file("other/deep/x.yaml")));
    assertTrue(comparison.gone().stream().allMatch(ClusterComparison::isUpToDate));
  }

  @Test
  void deletesItsOwnFilesOfAClusterThatIsGone() throws IOException {
    tree.render(EAST, WEST);
    assertEquals(List.of("surplus-file", "surplus-file"), rules(tree.compare(WEST).drift()));

    Comparison comparison = tree.render(WEST);

    assertEquals("east", comparison.gone().get(0).cluster());
    assertFalse(Files.exists(tree.file("east")));
    assertEquals(List.of(), tree.compare(WEST).drift());
  }

  @Test
  void keepsForeignFilesOfAClusterThatIsGoneAndNamesThem() throws IOException {
    tree.render(EAST, WEST);
    tree.put("east/NOTES.md", "mine\n");

    Comparison comparison = tree.render(WEST);

    assertEquals(
        List.of(tree.file("east/NOTES.md").toString()), comparison.gone().get(0).foreign());
    assertEquals(
        List.of("/", "mesh/", "mesh/east/", "mesh/east/NOTES.md"),
        tree.snapshot().keySet().stream().filter(name -> !name.contains("west")).toList());
    assertEquals(List.of("foreign-file"), rules(tree.compare(WEST).drift()));
  }

  @Test
  void keepsAGoneClusterWithAnEditedFileWhole() throws IOException {
    tree.render(EAST, WEST);
    tree.put("east/mesh/gateway.yaml", "mine\n");
    Map<String, String> before = tree.snapshot();

    assertEquals(List.of("edited-file"), rules(tree.render(WEST).problems()));
    assertEquals(before, tree.snapshot());

    tree.overwriting("east/mesh/gateway.yaml").render(WEST);
    assertFalse(Files.exists(tree.file("east")));
  }

  @Test
  void knowsNothingOfOtherClustersWhenOnlySomeAreRendered() throws IOException {
    tree.render(EAST, WEST);

    Comparison comparison = tree.compare(Scope.SOME_CLUSTERS, WEST);

    assertEquals(List.of(), comparison.drift());
    assertEquals(List.of(), comparison.gone());
  }

  @Test
  void neverDeletesOrRewritesAFileThatWaits() throws IOException {
    tree.render(EAST);
    Map<String, String> before = tree.snapshot();
    ClusterFiles gap =
        waiting(
            cluster("east", "bootstrap/namespace.yaml", "a: 1\n"),
            "mesh/gateway.yaml",
            "mesh/new.yaml");

    ClusterComparison comparison = tree.render(gap).clusters().get(0);

    assertEquals(before, tree.snapshot());
    assertEquals("[mesh/gateway.yaml]", comparison.kept().toString());
    assertEquals("[mesh/new.yaml]", comparison.missing().toString());
    assertEquals(List.of(), tree.compare(gap).drift());
    assertEquals(List.of(), tree.render(EAST).problems());
  }

  @Test
  void tellsThatAWaitingFileWasEditedAndKeepsIt() throws IOException {
    tree.render(EAST);
    tree.put("east/mesh/gateway.yaml", "mine\n");
    ClusterFiles gap =
        waiting(cluster("east", "bootstrap/namespace.yaml", "a: 2\n"), "mesh/gateway.yaml");

    Comparison comparison = tree.render(gap);

    assertEquals(List.of(), comparison.problems());
    assertEquals(List.of("stale-file", "edited-file"), rules(comparison.drift()));
    assertEquals("mine\n", Files.readString(tree.file("east/mesh/gateway.yaml")));
    assertEquals(List.of("edited-file"), rules(tree.render(EAST).problems()));
  }

  @Test
  void writesNoLockWhereEverythingWaits() throws IOException {
    tree.render(waiting(cluster("east"), "mesh/gateway.yaml"), WEST);

    assertFalse(Files.exists(tree.file("east")));
  }

  @Test
  void forgetsAFileThatSomebodyDeletedAndNothingRenders() throws IOException {
    tree.render(EAST);
    Files.delete(tree.file("east/mesh/gateway.yaml"));
    ClusterFiles less = cluster("east", "bootstrap/namespace.yaml", "a: 1\n");

    assertEquals(List.of("stale-lock"), rules(tree.compare(less).drift()));
    tree.render(less);

    assertEquals(List.of(), tree.compare(less).drift());
    assertFalse(Files.exists(tree.file("east/mesh")));
  }

  @Test
  void writesManyClustersAtOnceAsItWritesOne() throws IOException {
    List<ClusterFiles> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(cluster("c" + i, "mesh/a.yaml", "text " + i + "\n", "peers/b.yaml", "b\n"));
    }
    ClusterFiles[] wanted = many.toArray(ClusterFiles[]::new);

    Comparison comparison = tree.render(wanted);

    assertEquals("c0", comparison.clusters().get(0).cluster());
    assertEquals("c99", comparison.clusters().get(99).cluster());
    assertEquals("text 57\n", Files.readString(tree.file("c57/mesh/a.yaml")));
    assertEquals(List.of(), tree.compare(wanted).drift());
  }

  @Test
  void commitRefusesWhatHasFindings() throws IOException {
    tree.put("east/mesh/gateway.yaml", "mine\n");
    SortedMap<String, String> before = tree.snapshot();
    OutputFolder folder = tree.open(new LocalDisk());
    try (MeshWriter writer = folder.writer()) {
      ClusterComparison fine = writer.draft(WEST);
      assertNotEquals(before, tree.snapshot(), "drafts of the cluster that is fine");
      Comparison comparison = folder.compared(List.of(fine, writer.draft(EAST)), Scope.WHOLE_MESH);
      assertThrows(IllegalStateException.class, () -> writer.commit(comparison));
    }
    assertEquals(before, tree.snapshot(), "what is not committed goes");
  }

  private void age() throws IOException {
    for (String name : new TreeMap<>(tree.snapshot()).keySet()) {
      Files.setLastModifiedTime(tree.directory.resolve(name), LONG_AGO);
    }
  }

  private List<String> young() throws IOException {
    List<String> young = new ArrayList<>();
    for (String name : tree.snapshot().keySet()) {
      boolean old = Files.getLastModifiedTime(tree.directory.resolve(name)).equals(LONG_AGO);
      if (!old && !name.endsWith("/")) {
        young.add(name);
      }
    }
    return young;
  }
}
