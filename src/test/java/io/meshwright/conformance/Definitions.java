package io.meshwright.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.Tool;
import io.meshwright.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The definitions of resources that a module carries.
 *
 * @param module the module's path and version, as Go writes them
 * @param files the files in the module that hold them
 */
record Definitions(Module module, List<Path> files) {
  private static final Path PINS = Path.of("src/conformance/definitions.sum");

  /** Istio 1.22 serves networking.istio.io/v1, which is rendered from then on. */
  private static final int FIRST_WITH_V1 = 22;

  private static final int NEWEST = 31;

  /**
   * A module of a version.
   *
   * @param path its path
   * @param version its version
   * @param sum the hash of what it holds
   */
  record Module(String path, String version, String sum) {
    @Override
    public String toString() {
      return path + " " + version;
    }
  }

  /** Returns those of External Secrets. */
  static Definitions externalSecrets(Programs programs) throws IOException, InterruptedException {
    Module module = pinned("github.com/external-secrets/external-secrets").get(0);
    Path folder = folder(programs.go(), module).resolve("config/crds/bases");
    return new Definitions(
        module,
        List.of(
            folder.resolve("external-secrets.io_externalsecrets.yaml"),
            folder.resolve("external-secrets.io_pushsecrets.yaml")));
  }

  /**
   * Returns those of Istio that a mesh of {@code 1.minor} is held against: the newest pinned ones
   * that are not newer, as what old definitions take new ones take too; the next ones where none is
   * older, or where a version that is rendered came only later.
   */
  static Definitions istio(Programs programs, int minor) throws IOException, InterruptedException {
    Module module = pinned("istio.io/api").get(istioSet(minor));
    Path folder = folder(programs.go(), module).resolve("kubernetes");
    return new Definitions(module, List.of(folder.resolve("customresourcedefinitions.gen.yaml")));
  }

  /** Returns the place of these among the pinned ones, which are of Istio 1.13, 1.24 and 1.31. */
  static int istioSet(int minor) {
    if (minor < FIRST_WITH_V1) {
      return 0;
    }
    return minor < NEWEST ? 1 : 2;
  }

  private static List<Module> pinned(String path) throws IOException {
    return Files.readAllLines(PINS, UTF_8).stream()
        .map(line -> line.split(" ", -1))
        .filter(words -> words[0].equals(path))
        .map(words -> new Module(words[0], words[1], words[2]))
        .toList();
  }

  private static Path folder(Tool go, Module module) throws IOException, InterruptedException {
    Tool.Run run = go.run("mod", "download", "-json", module.path() + "@" + module.version());
    assertEquals(0, run.exit(), run::out);
    JsonNode downloaded = Trees.read(run.out());
    assertEquals(module.sum(), downloaded.path("Sum").asString(), module::toString);
    return Path.of(downloaded.path("Dir").asString());
  }
}
