package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A real kustomize builds every layer that a GitOps tool applies. */
class KustomizeTest {
  private static final String VALUES = "values.yaml";
  private static final String KUSTOMIZATION = "kustomization.yaml";
  private static final Optional<Tool> KUBECTL = Tool.onPath("kubectl");

  static List<Path> layers() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("output"))) {
      return files
          .filter(file -> file.endsWith(KUSTOMIZATION))
          .map(file -> file.resolveSibling("").normalize())
          .sorted()
          .toList();
    }
  }

  @Test
  void thereAreLayersToBuild() throws IOException {
    assertTrue(layers().size() >= 3 * 3, () -> "too few kustomizations under output/");
  }

  @ParameterizedTest
  @MethodSource("layers")
  void kustomizeBuildsExactlyTheObjectsOfTheLayer(Path layer)
      throws IOException, InterruptedException {
    assumeTrue(
        KUBECTL.isPresent(),
        "kubectl is not on the PATH: https://kubernetes.io/docs/tasks/tools/#kubectl");
    Tool.Run run = KUBECTL.orElseThrow().run("kustomize", layer.toString());
    assertEquals("", run.error());
    assertEquals(0, run.exit());
    assertEquals(layer.endsWith("control-plane"), run.out().contains("kind: IstioOperator"));
    if (layer.endsWith("control-plane")) {
      int gateway = run.out().indexOf("profile: empty");
      assertTrue(run.out().indexOf("profile: ") < gateway, "the operator meets istiod first");
    }
    List<JsonNode> built = Trees.readAll(run.out());
    if (Files.exists(layer.resolve(VALUES))) {
      hasValues(built, Files.readString(layer.resolve(VALUES)));
    } else {
      assertEquals(sorted(objects(layer)), sorted(built));
    }
  }

  /** Checks that the release reads the very file, by the name that kustomize gives to it. */
  private static void hasValues(List<JsonNode> built, String values) {
    JsonNode map = ofKind(built, "ConfigMap");
    JsonNode release = ofKind(built, "HelmRelease");
    assertEquals(values, map.at("/data/values.yaml").asString());
    assertEquals(map.at("/metadata/name"), release.at("/spec/valuesFrom/0/name"));
    assertEquals(map.at("/metadata/namespace"), release.at("/metadata/namespace"));
  }

  private static JsonNode ofKind(List<JsonNode> objects, String kind) {
    return objects.stream()
        .filter(object -> object.path("kind").asString("").equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> objects(Path layer) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    try (Stream<Path> files = Files.list(layer)) {
      for (Path file : files.filter(file -> !file.endsWith(KUSTOMIZATION)).toList()) {
        objects.add(Trees.read(Files.readString(file)));
      }
    }
    // what a mesh has once names the clusters' own folders
    for (JsonNode resource :
        Trees.read(Files.readString(layer.resolve(KUSTOMIZATION))).path("resources")) {
      if (resource.asString("").startsWith("../")) {
        objects.addAll(objects(layer.resolve(resource.asString("")).normalize()));
      }
    }
    return objects;
  }

  private static String sorted(List<JsonNode> objects) {
    return String.join("", objects.stream().map(KustomizeTest::sortedKeys).sorted().toList());
  }

  /** Writes an object with its keys in alphabetical order, as kustomize does. */
  private static String sortedKeys(JsonNode object) {
    return Trees.block(Trees.sorted(object), 2);
  }
}
