package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A canary is tried, and becomes the first istiod, without being touched. */
class PromotionTest {
  private static final String CANARY =
      """
          canary:
            version: "1.31.0"
            revision: 1-31-0
            tags: [next]
      """;

  private final TestMesh mesh;

  PromotionTest(@TempDir Path folder) throws IOException {
    mesh = TestMesh.example("canary").copiedTo(folder);
  }

  @Test
  void aCanaryComesWithFilesOfItsOwnAndChangesNoOther() throws IOException {
    SortedMap<String, String> with = TestMesh.files(mesh.rendered());
    SortedMap<String, String> without =
        TestMesh.files(mesh.rendered(mesh.text().replace(CANARY, "")));
    assertEquals(List.of("eu1/mesh/kustomization.yaml"), changed(without, with));
    assertEquals(
        List.of(
            "eu1/control-plane/eastwest-gateway-1-31-0.yaml",
            "eu1/control-plane/istio-operator-1-31-0.yaml",
            "eu1/mesh/istiod-route-1-31-0.yaml",
            "us1/control-plane/eastwest-gateway-1-31-0.yaml",
            "us1/control-plane/istio-operator-1-31-0.yaml"),
        added(without, with));
    assertEquals(List.of(), added(with, without));
  }

  @Test
  void promotionTouchesNothingOfTheCanarysIstiod() throws IOException {
    SortedMap<String, String> before = TestMesh.files(mesh.rendered());
    SortedMap<String, String> after = promoted("next");
    assertEquals(
        List.of(
            "eu1/control-plane/eastwest-gateway.yaml",
            "eu1/mesh/kustomization.yaml",
            "us1/control-plane/eastwest-gateway.yaml"),
        changed(before, after));
    assertEquals(List.of(), added(before, after));
    assertEquals(
        List.of(
            "eu1/control-plane/eastwest-gateway-1-31-0.yaml",
            "eu1/control-plane/istio-operator-1-30-3.yaml",
            "eu1/mesh/istiod-route-1-30-3.yaml",
            "us1/control-plane/eastwest-gateway-1-31-0.yaml",
            "us1/control-plane/istio-operator-1-30-3.yaml"),
        added(after, before));
    for (String cluster : List.of("eu1", "us1")) {
      String gateway = cluster + "/control-plane/eastwest-gateway.yaml";
      assertEquals(
          before.getOrDefault(gateway, "").replace("1-30-3", "1-31-0"), after.get(gateway));
    }
  }

  @Test
  void aTagMovesByOneLine() throws IOException {
    SortedMap<String, String> before = promoted("next");
    SortedMap<String, String> after = promoted("stable");
    String operator = "eu1/control-plane/istio-operator-1-31-0.yaml";
    assertEquals(
        before.getOrDefault(operator, "").replace("- next", "- stable"), after.get(operator));
    assertEquals(
        List.of(operator, "us1/control-plane/istio-operator-1-31-0.yaml"), changed(before, after));
  }

  private SortedMap<String, String> promoted(String tag) throws IOException {
    String text = TestMesh.example("canary").text();
    return TestMesh.files(
        mesh.rendered(
            text.replace(CANARY, "")
                .replace("version: \"1.30.3\"", "version: \"1.31.0\"")
                .replace("revision: 1-30-3", "revision: 1-31-0")
                .replace("tags: [stable]", "tags: [" + tag + "]")));
  }

  private static List<String> added(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    TreeSet<String> added = new TreeSet<>(after.keySet());
    added.removeAll(before.keySet());
    return List.copyOf(added);
  }

  private static List<String> changed(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    return before.keySet().stream()
        .filter(
            path -> after.containsKey(path) && !Objects.equals(before.get(path), after.get(path)))
        .toList();
  }
}
