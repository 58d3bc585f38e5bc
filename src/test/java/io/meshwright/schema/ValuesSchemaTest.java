package io.meshwright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.source.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A value in the document of machines has the shape that it has in the topology. */
class ValuesSchemaTest {
  private static final FieldSchema VALUES = FieldSchema.root(SchemaFile.whole("values"));
  private static final FieldSchema TOPOLOGY = FieldSchema.root(SchemaFile.whole("topology"));

  /** What the topology says in another way, or not to the same end. */
  private static final Set<String> OWN = Set.of("/kind", "/spec/clusters/0/apiServer/caBundle");

  @Test
  void everyValueHasTheTopologysShape() {
    List<Pointer> leaves = new ArrayList<>();
    collect(Pointer.ROOT, leaves);
    assertTrue(leaves.size() > 8, leaves::toString);
    for (Pointer leaf : leaves) {
      if (!OWN.contains(leaf.value())) {
        assertEquals(shape(TOPOLOGY.at(leaf)), shape(VALUES.at(leaf)), leaf::toString);
        assertEquals(shape(TOPOLOGY.at(leaf).child("0")), shape(VALUES.at(leaf).child("0")));
      }
    }
  }

  @Test
  void everyFieldIsExplained() {
    List<Pointer> leaves = new ArrayList<>();
    collect(Pointer.ROOT, leaves);
    for (Pointer leaf : leaves) {
      for (Pointer at = leaf; !at.value().isEmpty(); at = at.parent()) {
        FieldSchema field = VALUES.at(at);
        assertFalse(field.text("title").isEmpty(), at::toString);
        assertTrue(field.text("description").endsWith("."), at::toString);
      }
    }
  }

  private static void collect(Pointer at, List<Pointer> leaves) {
    FieldSchema schema = VALUES.at(at);
    schema.fields().forEach(field -> collect(at.child(field), leaves));
    boolean list = schema.text("type").equals("array");
    if (list && !schema.child("0").fields().isEmpty()) {
      collect(at.child(0), leaves);
    } else if (schema.fields().isEmpty()) {
      leaves.add(at);
    }
  }

  private static List<JsonNode> shape(FieldSchema field) {
    return List.of("type", "enum", "pattern", "minLength", "maxLength", "maxItems").stream()
        .map(field::keyword)
        .toList();
  }
}
