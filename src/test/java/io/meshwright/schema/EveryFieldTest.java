package io.meshwright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.meshwright.model.Topology;
import io.meshwright.model.TopologyReader;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Nothing that a topology may say is ignored: it is read, or refused by name. */
class EveryFieldTest {
  private static final TopologySchema SCHEMA = TopologySchema.load();
  private static final Set<String> NAMES_OF_THE_FORMAT = Set.of("/apiVersion", "/kind");

  @Test
  void isReadOrRefused() {
    for (Pointer field : SchemaFields.all()) {
      if (SchemaFields.isLeaf(field) && !NAMES_OF_THE_FORMAT.contains(field.value())) {
        for (JsonNode value : SchemaFields.values(field)) {
          if (!value.equals(SchemaFields.ROOT.at(field).keyword("default"))) {
            isReadOrRefused(field, value);
          }
        }
      }
    }
  }

  private static void isReadOrRefused(Pointer field, JsonNode value) {
    ObjectNode with = minimal();
    SchemaFields.set(with, field, value);
    SourceTree tree = TestTree.of(with);
    assertEquals(List.of(), SCHEMA.check(tree), field::toString);
    if (NotRenderedYet.check(tree).isEmpty()) {
      assertNotEquals(without(field), TopologyReader.read(tree), () -> field + ": " + value);
    }
  }

  /** Returns the topology that has all but the field; one that is needed has another value. */
  private static Topology without(Pointer field) {
    ObjectNode root = minimal();
    ObjectNode parent = SchemaFields.mapping(root, field.parent());
    boolean needed =
        SchemaFields.ROOT.at(field.parent()).keyword("required").toString().contains(field.last());
    if (needed) {
      String other = field.last().equals("version") ? "1.29.7" : "other";
      parent.set(field.last(), JsonNodeFactory.instance.stringNode(other));
    } else {
      parent.remove(field.last());
    }
    return TopologyReader.read(TestTree.of(root));
  }

  private static ObjectNode minimal() {
    return (ObjectNode) TestTree.of(TestTree.MINIMAL).root();
  }
}
