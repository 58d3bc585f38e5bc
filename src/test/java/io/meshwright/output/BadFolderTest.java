package io.meshwright.output;

import static io.meshwright.output.Tree.cluster;
import static io.meshwright.output.Tree.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.meshwright.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are not as anybody would expect: one clear finding, and nothing is written. */
class BadFolderTest {
  private static final ClusterFiles EAST =
      cluster("east", "mesh/a.yaml", "a\n", "mesh/b.yaml", "b\n");

  private Path temp;
  private Tree tree;

  @BeforeEach
  void startEmpty(@TempDir Path folder) {
    temp = folder;
    tree = new Tree(folder.resolve("output"));
  }

  @Test
  void outputThatIsAFile() throws IOException {
    Files.writeString(tree.directory, "mine\n");

    refused("output-not-a-folder", tree.directory, 1);
    assertEquals("mine\n", Files.readString(tree.directory));
  }

  @Test
  void outputBelowAFile() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "mine\n");
    tree = new Tree(file.resolve("a/b"));

    refused("output-not-a-folder", file, 1);
  }

  @Test
  void outputThatIsALink() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.createSymbolicLink(tree.directory, outside);

    refused("output-not-a-folder", tree.directory, 1);
    tree = new Tree(tree.directory.resolve("."));
    refused("output-not-a-folder", tree.directory.normalize(), 1);
    assertEquals(0, outside.toFile().listFiles().length);
  }

  @Test
  void outputThatIsALinkToNothing() throws IOException {
    Files.createSymbolicLink(tree.directory, temp.resolve("nowhere"));

    refused("output-not-a-folder", tree.directory, 1);
    assertFalse(Files.exists(temp.resolve("nowhere")));
  }

  @Test
  void parentsThatAreLinksAreTheUsersDecision() throws IOException {
    Files.createDirectory(temp.resolve("real"));
    Files.createSymbolicLink(temp.resolve("link"), temp.resolve("real"));
    tree = new Tree(temp.resolve("link/output"));

    assertEquals(List.of(), tree.render(EAST).problems());
    assertTrue(Files.exists(temp.resolve("real/output/mesh/east/mesh/a.yaml")));
  }

  @Test
  void meshFolderThatIsALink() throws IOException {
    link("");
    refused("output-not-a-folder", temp.resolve("output/mesh"), 1);
  }

  @Test
  void clusterFolderThatIsALink() throws IOException {
    link("east");
    refused("output-not-a-folder", tree.file("east"), 1);
  }

  @Test
  void layerFolderThatIsALink() throws IOException {
    link("east/mesh");
    refused("output-not-a-folder", tree.file("east/mesh"), 1);
  }

  @Test
  void layerFolderThatIsAFile() throws IOException {
    tree.put("east/mesh", "mine\n");
    refused("output-not-a-folder", tree.file("east/mesh"), 1);
  }

  @Test
  void fileThatIsALink() throws IOException {
    Path outside = link("east/mesh/a.yaml");
    tree.overwriting("east/mesh/a.yaml");

    refused("foreign-file", tree.file("east/mesh/a.yaml"), 1);
    assertEquals(0, outside.toFile().listFiles().length);
  }

  @Test
  void linkInTheFolderOfAClusterThatIsGoneIsNotFollowed() throws IOException {
    tree.render(EAST, cluster("west", "mesh/a.yaml", "a\n"));
    Path outside = link("west/more");
    Files.writeString(outside.resolve("precious"), "mine\n");

    Comparison comparison = tree.render(EAST);

    assertEquals(List.of(tree.file("west/more").toString()), comparison.gone().get(0).foreign());
    assertEquals("mine\n", Files.readString(outside.resolve("precious")));
  }

  @Test
  void ownFileThatBecameALinkIsNotDeleted() throws IOException {
    tree.render(EAST);
    Files.delete(tree.file("east/mesh/b.yaml"));
    link("east/mesh/b.yaml");

    Comparison comparison = tree.render(cluster("east", "mesh/a.yaml", "a\n"));

    assertEquals(List.of("foreign-file"), rules(comparison.problems()));
  }

  @Test
  void folderWhereAFileShouldBe() throws IOException {
    tree.put("east/mesh/a.yaml/inside", "mine\n");
    tree.overwriting("east/mesh/a.yaml");

    refused("foreign-file", tree.file("east/mesh/a.yaml"), 1);
  }

  @Test
  void lockWithConflictMarkersIsMendedByKeepingBothSides() throws IOException {
    tree.render(EAST);
    String good = Files.readString(tree.file("east/.meshwright.lock"));
    String other = good.replace(Lock.TITLE, "").replaceAll("^[0-9a-f]{8}", "01234567");
    tree.put(
        "east/.meshwright.lock",
        good + "<<<<<<< HEAD\n" + other + "=======\n" + other + ">>>>>>> their branch\n");

    Diagnostic finding = refused("broken-lock", tree.file("east/.meshwright.lock"), 4);
    assertTrue(finding.help().contains("keep all others"), finding::help);
    assertEquals(List.of("broken-lock"), rules(tree.compare(EAST).drift()));

    tree.put("east/.meshwright.lock", good + other + other);
    assertEquals(List.of(), tree.render(EAST).problems());
    assertEquals(good, Files.readString(tree.file("east/.meshwright.lock")));
  }

  @Test
  void lockThatIsNone() throws IOException {
    tree.render(EAST);
    String hash = "0".repeat(64);
    for (String line :
        List.of(
            "\u0000\u0001",
            "garbage",
            hash + " one-space",
            hash.substring(1) + "  short",
            hash + "  ../../etc/passwd",
            hash + "  /etc/passwd",
            hash + "  mesh/../../../x",
            hash + "  .meshwright.lock",
            hash + "  mesh\\x",
            hash + "  mesh/\u001b[31m",
            hash.replace('0', 'A') + "  mesh/a.yaml")) {
      tree.put("east/.meshwright.lock", "# title\n" + line + "\n");

      Diagnostic finding = refused("broken-lock", tree.file("east/.meshwright.lock"), 2);
      assertFalse(finding.message().contains("\u001b"));
    }
  }

  @Test
  void lockThatIsAFolder() throws IOException {
    tree.put("east/.meshwright.lock/x", "mine\n");
    refused("broken-lock", tree.file("east/.meshwright.lock"), 1);
  }

  @Test
  void lockThatIsDeletedIsMadeAgain() throws IOException {
    tree.render(EAST);
    Map<String, String> before = tree.snapshot();
    Files.delete(tree.file("east/.meshwright.lock"));

    assertEquals(List.of(), tree.render(EAST).problems());
    assertEquals(before, tree.snapshot());
  }

  @Test
  void lockWithWindowsLineEndsIsRead() throws IOException {
    tree.render(EAST);
    Map<String, String> before = tree.snapshot();
    String text = Files.readString(tree.file("east/.meshwright.lock"));
    tree.put("east/.meshwright.lock", text.replace("\n", "\r\n"));

    assertEquals(List.of(), tree.render(EAST).problems());
    assertEquals(before, tree.snapshot());
  }

  @Test
  void aDraftThatAnotherRunDeletedIsSaidToBe() {
    LocalDisk local = new LocalDisk();
    Disk shared =
        new Disk() {
          @Override
          public void createFolder(Path folder) throws IOException {
            local.createFolder(folder);
          }

          @Override
          public void createFile(Path file, byte[] content) throws IOException {
            local.createFile(file, content);
          }

          @Override
          public void replace(Path draft, Path target) throws IOException {
            Files.delete(draft);
            local.replace(draft, target);
          }

          @Override
          public void delete(Path path) throws IOException {
            local.delete(path);
          }
        };
    IOException failure = assertThrows(IOException.class, () -> tree.render(shared, EAST));
    String message = String.valueOf(failure.getMessage());

    assertTrue(message.contains("another run is writing into the same folder"), message);
  }

  @Test
  void ofReadOnlyFoldersWithinEachOtherTheOutermostIsNamed() {
    List<Diagnostic> found =
        Stream.of("out/m", "out/m-2", "out/m/east", "out/m/east/mesh")
            .map(folder -> OutputFindings.readOnly(Path.of(folder)))
            .toList();

    assertEquals(
        found.subList(0, 2), new Comparison(List.of(), List.of(), found, List.of()).problems());
  }

  @Test
  void readOnlyFolder() throws IOException {
    tree.render(EAST);
    Path layer = tree.file("east/mesh");
    assertTrue(layer.toFile().setWritable(false));
    try {
      assumeFalse(Files.isWritable(layer), "this user may write everywhere: nothing to see");
      ClusterFiles changed = cluster("east", "mesh/a.yaml", "new\n", "mesh/b.yaml", "b\n");

      assertEquals(List.of("output-read-only"), rules(tree.render(changed).problems()));
      assertEquals(List.of(), tree.render(EAST).problems(), "nothing has to be written");
    } finally {
      assertTrue(layer.toFile().setWritable(true));
    }
  }

  @Test
  void aFolderThatCannotBeReadIsNamed() throws IOException {
    tree.render(EAST);
    Path layer = tree.file("east/mesh");
    assertTrue(layer.toFile().setReadable(false));
    try {
      assumeFalse(Files.isReadable(layer), "this user may read everywhere: nothing to see");
      IOException failure = assertThrows(IOException.class, () -> tree.compare(EAST));

      assertEquals(
          "the output cannot be read: " + layer + ": permission denied", failure.getMessage());
    } finally {
      assertTrue(layer.toFile().setReadable(true));
    }
  }

  @Test
  void fullDiskIsSaidAndChangesNothing() throws IOException {
    tree.render(EAST);
    Map<String, String> before = tree.snapshot();
    ClusterFiles changed = cluster("east", "mesh/a.yaml", "new\n", "peers/b.yaml", "new\n");

    IOException failure =
        assertThrows(
            IOException.class,
            () -> tree.render(new FailingDisk(3, FailingDisk.Way.FULL_FROM_NOW_ON), changed));

    assertEquals(
        "the output cannot be written: No space left on device; no file was changed",
        failure.getMessage());
    assertEquals(before, tree.snapshot());
  }

  @Test
  void namesThatLeaveTheFolderAreImpossible() {
    assertThrows(IllegalArgumentException.class, () -> tree.render(cluster("../x")));
    assertThrows(IllegalArgumentException.class, () -> tree.render(cluster("a/b")));
    assertThrows(IllegalArgumentException.class, () -> OutputFolder.open(temp, "..", List.of()));
  }

  private Path link(String path) throws IOException {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Path link = path.isEmpty() ? temp.resolve("output/mesh") : tree.file(path);
    Files.createDirectories(link.resolve("..").normalize());
    Files.createSymbolicLink(link, outside);
    return outside;
  }

  private Diagnostic refused(String rule, Path place, int line) throws IOException {
    Map<String, String> before =
        Files.isDirectory(tree.directory) ? tree.snapshot() : Map.of("none", "");
    Comparison comparison = tree.render(EAST);

    assertEquals(List.of(rule), rules(comparison.problems()));
    Diagnostic finding = comparison.problems().get(0);
    assertEquals(place.toString(), finding.location().file());
    assertEquals(line, finding.location().line());
    assertFalse(finding.help().isEmpty());
    assertTrue(comparison.drift().contains(finding));
    Map<String, String> after =
        Files.isDirectory(tree.directory) ? tree.snapshot() : Map.of("none", "");
    assertEquals(before, after);
    return finding;
  }
}
