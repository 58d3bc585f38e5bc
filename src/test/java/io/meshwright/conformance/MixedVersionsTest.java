package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshwright.Installer;
import io.meshwright.InstallerOfMinor;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clusters of one mesh run two neighbouring versions, and each canary the newer one: the installer
 * of each version makes of its overlays what the topology says.
 */
@Conformance(Part.ISTIOCTL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MixedVersionsTest {
  private static final int FIRST = 8;

  /** From this minor on a remote tells revisions apart, and it has tags. */
  private static final int FIRST_REMOTE_REVISION = 20;

  private static final int FIRST_REMOTE_TAG = 24;
  private static final int FIRST_TAG = 10;
  private static final int FIRST_SEVERAL_TAGS = 17;

  /** The last minor whose remotes have an istiod of their own. */
  private static final int LAST_LOCAL_ISTIOD = 14;

  private final Path folder;
  private final Map<Integer, Installer> installers = new TreeMap<>();
  private final Istioctls istioctls = new Istioctls(FIRST);
  private final List<String> rows = new ArrayList<>();

  MixedVersionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<InstallerOfMinor> istioctls() throws IOException, InterruptedException {
    return InstallerOfMinor.since(FIRST);
  }

  @BeforeAll
  void findInstallers() throws IOException, InterruptedException {
    for (Installer found : Installer.found()) {
      installers.put(found.minor(), found);
    }
  }

  @ParameterizedTest
  @MethodSource("istioctls")
  void eachInstallerMakesOfItsOverlaysWhatTheTopologySays(InstallerOfMinor istioctl)
      throws IOException, InterruptedException {
    Installer older = istioctl.orSkip();
    Installer newer = installers.getOrDefault(older.minor() + 1, older);
    TestMesh home = home(older.version());
    int overlays = 0;
    for (String text : List.of(mixed(older, newer), upgraded(older, newer))) {
      RenderedMesh mesh = home.rendered(text);
      for (ClusterFiles files : mesh.clusters()) {
        check(mesh, files);
        overlays += overlays(files);
      }
    }
    istioctls.tried(older);
    rows.add("| %s | %s | %d |".formatted(older, newer, overlays));
  }

  /** A canary's overlay that is of another revision, or has another tag, is found. */
  @Test
  void everyCheckCanFail() throws IOException, InterruptedException {
    Installer installer =
        installers.values().stream().max(Comparator.comparingInt(Installer::minor)).orElseThrow();
    assumeTrue(installer.minor() > FIRST_REMOTE_TAG, "the newest istioctl is too old");
    RenderedMesh mesh = home("mistakes").rendered(upgraded(installer, installer));
    for (ClusterFiles files : mesh.clusters()) {
      check(mesh, files);
      for (Map.Entry<String, String> mistake :
          Map.of("- next", "- other", "revision: second", "revision: third").entrySet()) {
        OutputPath path = new OutputPath("control-plane/istio-operator-second.yaml");
        SortedMap<OutputPath, String> copy = new TreeMap<>(files.files());
        String wrong = copy.getOrDefault(path, "").replace(mistake.getKey(), mistake.getValue());
        copy.put(path, wrong);
        ClusterFiles changed = ClusterFiles.of(files.cluster(), copy);
        assertThrows(AssertionError.class, () -> check(mesh, changed), mistake::toString);
      }
    }
  }

  @AfterAll
  void thePageSaysSo() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Two primaries and a remote in two networks, of two neighbouring versions; and the older one"
            + " in all clusters, with the newer one as canary. Each overlay goes through the"
            + " istioctl of its own version, and what that makes is held against the topology as"
            + " above; a canary's is of its revision and its tags.");
    lines.add("");
    lines.add("| older | newer | overlays |");
    lines.add("|---|---|---|");
    lines.addAll(rows);
    istioctls.chapter("Mixed versions, tags and canaries", () -> lines);
  }

  private void check(RenderedMesh mesh, ClusterFiles files)
      throws IOException, InterruptedException {
    new InstalledCheck(files, mesh.facts(), this::installer, folder).check();
  }

  private Installer installer(ClusterFacts istiod) {
    Installer found = installers.get(istiod.version().minor());
    if (found == null) {
      throw new AssertionError("no istioctl " + istiod.version());
    }
    assertEquals(found.version(), istiod.version().text());
    return found;
  }

  private static int overlays(ClusterFiles files) {
    return (int)
        files.files().keySet().stream()
            .filter(path -> path.toString().startsWith("control-plane/"))
            .count();
  }

  /** A primary and its remote are on the same side of what a remote's istiod is. */
  private static String mixed(Installer older, Installer newer) {
    boolean crossing = older.minor() == LAST_LOCAL_ISTIOD;
    String old = "      istio: {" + older.quoted() + "}\n";
    return MeshModel.MIXED_NETWORKS
        .topology(newer.version())
        .replace("    - name: c2\n", "    - name: c2\n" + old)
        .replace("    - name: c3\n", "    - name: c3\n" + (crossing ? "" : old));
  }

  private static String upgraded(Installer older, Installer newer) {
    int minor = older.minor();
    boolean everywhere = minor >= FIRST_REMOTE_REVISION;
    boolean tags = minor >= (everywhere ? FIRST_REMOTE_TAG : FIRST_TAG);
    String canary =
        "canary: {%s, revision: second%s}".formatted(newer.quoted(), tags(tags, newer.minor()));
    String text = MeshModel.MIXED_NETWORKS.topology(older.version());
    return everywhere
        ? text.replace(
            older.quoted() + "\n",
            older.quoted()
                + "\n    revision: first\n"
                + (tags ? "    tags: [stable]\n" : "")
                + "    "
                + canary
                + "\n")
        : text.replace("    - name: c2\n", "    - name: c2\n      istio: {" + canary + "}\n");
  }

  private static String tags(boolean any, int minor) {
    if (!any) {
      return "";
    }
    return minor < FIRST_SEVERAL_TAGS ? ", tags: [next]" : ", tags: [next, other-one]";
  }

  private TestMesh home(String name) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.copy(TestMesh.EXAMPLES.resolve("multi-primary/pki/eu1.pem"), home.resolve("ca.pem"));
    return new TestMesh(home);
  }
}
