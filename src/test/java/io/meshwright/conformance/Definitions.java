package io.meshwright.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.meshwright.Tool;
import io.meshwright.Trees;
import io.meshwright.istio.IstioFeature;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** The definitions of others that all that is rendered needs, but for those of the store. */
  static final List<String> RENDERED =
      List.of(
          "destinationrules.networking.istio.io",
          "gateways.networking.istio.io",
          "virtualservices.networking.istio.io",
          "gateways.gateway.networking.k8s.io",
          "tlsroutes.gateway.networking.k8s.io");

  /** The first minors of Istio that a pinned set is used for; 1.22 is the first with {@code v1}. */
  private static final List<Integer> ISTIO_FROM = List.of(0, 22, 30, 31);

  /**
   * A module of a version.
   *
   * @param path its path
   * @param version its version
   * @param sum the hash of what it holds
   * @param folder the folder in it that holds definitions
   * @param glob their names
   */
  record Module(String path, String version, String sum, String folder, String glob) {
    /** Returns the module of a line of the pins. */
    static Module of(String line) {
      String[] words = line.split(" ", -1);
      int slash = words[3].lastIndexOf('/');
      return new Module(
          words[0],
          words[1],
          words[2],
          words[3].substring(0, slash),
          words[3].substring(slash + 1));
    }

    @Override
    public String toString() {
      return path + " " + version;
    }
  }

  /** Returns those of External Secrets. */
  static Definitions externalSecrets(Programs programs) throws IOException, InterruptedException {
    return newest(programs, "github.com/external-secrets/external-secrets");
  }

  /** Returns those of a module's newest version. */
  static Definitions newest(Programs programs, String path)
      throws IOException, InterruptedException {
    List<Module> modules = pinned(path);
    return of(programs, modules.get(modules.size() - 1));
  }

  /**
   * Returns those of the Gateway API for Istio {@code 1.minor}: before 1.30 it asks for TLSRoutes
   * of the experimental channel.
   */
  static Definitions gatewayApi(Programs programs, int minor)
      throws IOException, InterruptedException {
    List<Module> modules = pinned("sigs.k8s.io/gateway-api");
    return of(programs, modules.get(IstioFeature.TLS_ROUTE_V1.since() <= minor ? 1 : 0));
  }

  /**
   * Returns those of Istio that a mesh of {@code 1.minor} is held against: the newest pinned ones
   * that are not newer, as what old definitions take new ones take too; the next ones where none is
   * older, or where a version that is rendered came only later.
   */
  static Definitions istio(Programs programs, int minor) throws IOException, InterruptedException {
    return of(programs, pinned("istio.io/api").get(istioSet(minor)));
  }

  /**
   * Returns the place of these among the pinned ones, which are of Istio 1.13, 1.24, 1.30, 1.31.
   */
  static int istioSet(int minor) {
    int set = 0;
    while (set + 1 < ISTIO_FROM.size() && ISTIO_FROM.get(set + 1) <= minor) {
      set++;
    }
    return set;
  }

  /** Returns all modules that are pinned. */
  static List<Module> pinned() throws IOException {
    return Files.readAllLines(PINS, UTF_8).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Module::of)
        .toList();
  }

  private static List<Module> pinned(String path) throws IOException {
    return pinned().stream().filter(module -> module.path().equals(path)).toList();
  }

  /** Returns those of {@link #RENDERED} alone, in a file in {@code folder}. */
  Definitions rendered(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      for (String document : Files.readString(file).split("(?m)^---$", -1)) {
        if (RENDERED.stream().anyMatch(name -> document.contains("\n  name: " + name + "\n"))) {
          text.append("---\n").append(document.strip()).append('\n');
        }
      }
    }
    assertFalse(text.isEmpty(), module::toString);
    Path file = Files.createTempFile(folder, "definitions", ".yaml");
    return new Definitions(module, List.of(Files.writeString(file, text)));
  }

  /** Returns those of a file that no module carries. */
  static Definitions of(String source, Path file) {
    return new Definitions(new Module(source, "", "", "", ""), List.of(file));
  }

  /** Has Go bring a module, and returns its definitions. */
  static Definitions of(Programs programs, Module module) throws IOException, InterruptedException {
    Tool.Run run =
        programs.go().run("mod", "download", "-json", module.path() + "@" + module.version());
    assertEquals(0, run.exit(), run::out);
    // YAML takes all JSON but tabs
    JsonNode downloaded = Trees.read(run.out().replace("\t", " "));
    assertEquals(module.sum(), downloaded.path("Sum").asString(), module::toString);
    Path folder = Path.of(downloaded.path("Dir").asString()).resolve(module.folder());
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, module.glob())) {
      found.forEach(files::add);
    }
    assertFalse(files.isEmpty(), module::toString);
    files.sort(null);
    return new Definitions(module, files);
  }
}
