package io.meshwright.output;

import static io.meshwright.output.Tree.cluster;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Stops the writing at every single step: old or new, never half, and the next run mends it. */
class CrashTest {
  private static final ClusterFiles EAST =
      cluster("east", "bootstrap/a.yaml", "one\n", "mesh/b.yaml", "two\n", "mesh/c.yaml", "三\n");
  private static final ClusterFiles WEST = cluster("west", "mesh/b.yaml", "west\n");

  /** What somebody may want after the crash instead. */
  private static final ClusterFiles OTHERWISE =
      cluster("east", "bootstrap/a.yaml", "x\n", "mesh/b.yaml", "y\n", "peers/b.yaml", "z\n");

  /** A file of which istioctl makes manifests. */
  private static final OutputPath FILE = new OutputPath("cp/io.yaml");

  private Path temp;

  @BeforeEach
  void use(@TempDir Path folder) {
    temp = folder;
  }

  /**
   * A run that is stopped.
   *
   * @param before what an earlier run wrote; nothing when empty
   * @param after what this run writes
   * @param edited a file that somebody edited and gives up; none when empty
   */
  private record Scenario(
      String name, List<ClusterFiles> before, List<ClusterFiles> after, String edited) {}

  private static List<Scenario> scenarios() {
    ClusterFiles changed =
        cluster("east", "bootstrap/a.yaml", "ONE\n", "mesh/b.yaml", "TWO\n", "mesh/c.yaml", "三\n");
    ClusterFiles fewer = cluster("east", "mesh/c.yaml", "三\n");
    ClusterFiles moved = cluster("east", "peers/b.yaml", "two\n", "mesh/c.yaml", "3\n");
    ClusterFiles another = cluster("north", "mesh/b.yaml", "west\n");
    String made = "cp/io/objects/a.yaml";
    ClusterFiles plain = cluster("east", "cp/io.yaml", "in\n");
    ClusterFiles expanded =
        expanded("1.30.2", cluster("east", "cp/io.yaml", "in\n", made, "1\n", made + "2", "2\n"));
    ClusterFiles newer =
        expanded("1.30.3", cluster("east", "cp/io.yaml", "in\n", made, "3\n", made + "4", "4\n"));
    ClusterFiles fewerMade = expanded("1.30.2", cluster("east", "cp/io.yaml", "in\n", made, "1\n"));
    ClusterFiles rebuilt =
        expanded("1.30.2", cluster("east", "cp/io.yaml", "in\n", made, "3\n", made + "2", "4\n"));
    return List.of(
        new Scenario("expand", List.of(plain), List.of(expanded), ""),
        new Scenario("expand with another version", List.of(expanded), List.of(newer), ""),
        new Scenario("expand with another build", List.of(expanded), List.of(rebuilt), ""),
        new Scenario("expand to fewer", List.of(expanded), List.of(fewerMade), ""),
        new Scenario("expand no more", List.of(expanded), List.of(plain), ""),
        new Scenario("first render", List.of(), List.of(EAST, WEST), ""),
        new Scenario("modify", List.of(EAST, WEST), List.of(changed, WEST), ""),
        new Scenario("delete", List.of(EAST, WEST), List.of(fewer, WEST), ""),
        new Scenario("move and modify", List.of(EAST), List.of(moved), ""),
        new Scenario("remove a cluster", List.of(EAST, WEST), List.of(WEST), ""),
        new Scenario("rename a cluster", List.of(EAST, WEST), List.of(EAST, another), ""),
        new Scenario("remove all", List.of(EAST, WEST), List.of(), ""),
        new Scenario("overwrite edited", List.of(EAST), List.of(EAST), "east/mesh/b.yaml"),
        new Scenario("overwrite changed", List.of(EAST), List.of(changed), "east/mesh/b.yaml"),
        new Scenario("delete edited", List.of(EAST, WEST), List.of(fewer), "east/mesh/b.yaml"),
        new Scenario("remove edited", List.of(EAST, WEST), List.of(WEST), "east/mesh/b.yaml"));
  }

  @TestFactory
  List<DynamicTest> theNextRunMendsWhatWasStoppedAtAnyStep() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Scenario scenario : scenarios()) {
      for (FailingDisk.Way way : FailingDisk.Way.values()) {
        tests.add(dynamicTest(scenario.name() + ", " + way, () -> stopEverywhere(scenario, way)));
      }
    }
    return tests;
  }

  private void stopEverywhere(Scenario scenario, FailingDisk.Way way) throws IOException {
    int steps = 0;
    while (stopAt(++steps, scenario, way)) {
      assertTrue(steps < 1000, "it never ends");
    }
    assertTrue(steps > 3, () -> "too few steps to mean anything: " + scenario.name());
  }

  /** Returns whether the run has so many steps. */
  private boolean stopAt(int step, Scenario scenario, FailingDisk.Way way) throws IOException {
    Path folder = Files.createTempDirectory(temp, "crash");
    Tree tree = new Tree(folder.resolve("output"));
    tree.render(files(scenario.before()));
    if (!scenario.edited().isEmpty()) {
      tree.put(scenario.edited(), "edited\n");
      tree.overwriting(scenario.edited());
    }
    SortedMap<String, String> old = tree.snapshot();
    FailingDisk disk = new FailingDisk(step, way);
    boolean stopped = false;
    try {
      tree.render(disk, files(scenario.after()));
    } catch (IOException | FailingDisk.Killed e) {
      stopped = true;
      if (e.getMessage() != null && e.getMessage().contains("no file was changed")) {
        assertEquals(old, tree.snapshot(), "said that nothing changed");
      }
    }
    assertEquals(disk.failed(), stopped, "a failure went unnoticed");
    Tree wanted = new Tree(folder.resolve("wanted"));
    wanted.render(files(scenario.after()));
    neverHalf(old, tree.snapshot(), wanted.snapshot());

    if (scenario.edited().isEmpty()) {
      assertEquals(List.of(), tree.compare(OTHERWISE).problems(), "another topology, step " + step);
    }
    neverMixed(tree, scenario, old, wanted.snapshot());
    Tree next = new Tree(tree.directory);
    Comparison comparison = next.compare(files(scenario.after()));
    if (Files.exists(next.directory) && anyReplaced(old, next.snapshot())) {
      assertEquals(List.of(), comparison.problems(), "step " + step);
    } else {
      // nobody has given up the edit in a run that got anywhere
      next = tree;
    }
    next.render(files(scenario.after()));
    assertEquals(wanted.snapshot(), withoutEmpty(next.snapshot(), scenario), "step " + step);
    assertEquals(List.of(), next.compare(files(scenario.after())).drift());
    return stopped;
  }

  /** Without istioctl an expansion is kept when it is that of one run, or else a finding. */
  private static void neverMixed(
      Tree tree, Scenario scenario, Map<String, String> old, Map<String, String> wanted)
      throws IOException {
    for (List<ClusterFiles> run : List.of(scenario.before(), scenario.after())) {
      for (ClusterFiles files : run) {
        if (files.expansions().made().isEmpty()) {
          continue;
        }
        Comparison comparison = tree.compare(Scope.SOME_CLUSTERS, kept(files));
        Map<String, String> now = manifests(tree.snapshot());
        boolean whole = now.equals(manifests(old)) || now.equals(manifests(wanted));
        assertTrue(whole || !comparison.problems().isEmpty(), () -> "taken for whole: " + now);
      }
    }
  }

  private static Map<String, String> manifests(Map<String, String> tree) {
    Map<String, String> manifests = withoutDrafts(tree);
    manifests.keySet().removeIf(name -> !name.contains("/objects/"));
    return manifests;
  }

  private static ClusterFiles expanded(String version, ClusterFiles files) {
    SortedMap<OutputPath, String> made = new TreeMap<>(Map.of(FILE, version));
    return new ClusterFiles(
        files.cluster(), files.files(), files.waiting(), new Expansions(made, new TreeMap<>()));
  }

  /** Returns what is wanted when the expansion is not rendered now. */
  private static ClusterFiles kept(ClusterFiles files) {
    SortedMap<OutputPath, String> rest = new TreeMap<>(files.files());
    rest.keySet().removeIf(path -> path.value().contains("/objects/"));
    return new ClusterFiles(
        files.cluster(),
        rest,
        files.waiting(),
        new Expansions(new TreeMap<>(), files.expansions().made()));
  }

  private static boolean anyReplaced(Map<String, String> old, Map<String, String> now) {
    return !withoutDrafts(old).equals(withoutDrafts(now));
  }

  private static SortedMap<String, String> withoutEmpty(
      SortedMap<String, String> tree, Scenario scenario) {
    if (scenario.after().isEmpty()) {
      // a mesh without clusters keeps its folder where it had one
      assertEquals(List.of("/", "mesh/"), List.copyOf(tree.keySet()));
      return new TreeMap<>();
    }
    return tree;
  }

  private static SortedMap<String, String> withoutDrafts(Map<String, String> tree) {
    SortedMap<String, String> files = new TreeMap<>(tree);
    files.keySet().removeIf(name -> name.endsWith("/") || Draft.isDraft(name));
    return files;
  }

  private static void neverHalf(
      Map<String, String> old, Map<String, String> now, Map<String, String> wanted) {
    for (Map.Entry<String, String> file : withoutDrafts(now).entrySet()) {
      String name = file.getKey();
      boolean whole =
          file.getValue().equals(old.get(name)) || file.getValue().equals(wanted.get(name));
      assertTrue(whole || name.endsWith(Lock.NAME), () -> name + " is half: " + file.getValue());
    }
    for (String name : withoutDrafts(old).keySet()) {
      boolean lost = wanted.containsKey(name) && !now.containsKey(name);
      assertTrue(!lost, () -> name + " is lost");
    }
  }

  private static ClusterFiles[] files(List<ClusterFiles> clusters) {
    return clusters.toArray(ClusterFiles[]::new);
  }
}
