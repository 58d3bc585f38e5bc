package io.meshwright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.source.Pointer;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NotRenderedYetTest {
  @Test
  void namesAFieldAtItsKey() {
    String text = TestTree.MINIMAL + "      kubernetes: {provider: \"x\"}\n";
    assertEquals(
        List.of(
            "topology.yaml:12:20: error: provider is not rendered yet; it would unlock checks"
                + " [not-rendered-yet]"),
        findings(text));
  }

  @Test
  void namesAValueAtItsPlace() {
    String text = TestTree.MINIMAL + "  certificates: {source: istioCsr}\n";
    assertEquals(
        List.of(
            "topology.yaml:12:26: error: source: istioCsr is not rendered yet; it would deliver"
                + " cacerts in another way [not-rendered-yet]"),
        findings(text));
  }

  @Test
  void looksIntoTheDefaultsToo() {
    String text =
        TestTree.MINIMAL
            + "  defaults: {eastWest: {discovery: static}, kubernetes: {provider: x}}\n";
    assertEquals(
        List.of(
            "topology.yaml:12:58: error: provider is not rendered yet; it would unlock"
                + " checks [not-rendered-yet]"),
        findings(text));
  }

  @Test
  void leavesWordsThatDoNotExistToTheSchema() {
    assertEquals(List.of(), findings(TestTree.MINIMAL + "      role: boss\n"));
  }

  @Test
  void survivesAnyShape() {
    assertEquals(List.of(), findings("spec: [1, {clusters: {network: [x]}}, null]\n"));
  }

  @Test
  void hasNoEntryThatTheSchemaDoesNotKnow() {
    TreeSet<String> unknown = new TreeSet<>(LaterField.ALL.keySet());
    for (Pointer field : SchemaFields.all()) {
      String path = field.value().replace("/0/", "/");
      unknown.remove(path.replaceFirst("^/spec/(clusters|defaults)/", "cluster/"));
    }
    assertEquals(new TreeSet<>(), unknown);
  }

  private static List<String> findings(String text) {
    return NotRenderedYet.check(TestTree.of(text)).stream().map(Object::toString).toList();
  }
}
