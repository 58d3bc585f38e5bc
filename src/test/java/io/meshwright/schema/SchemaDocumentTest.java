package io.meshwright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.meshwright.source.Pointer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class SchemaDocumentTest {
  private static final Set<String> UNIONS =
      Set.of("oneOf", "anyOf", "allOf", "not", "if", "then", "else", "dependentSchemas");

  /** Maps of strings, and Istio's own settings. */
  private static final Set<String> OPEN =
      Set.of("annotations", "nodeSelector", "selector", "config");

  private final TopologySchema schema = TopologySchema.load();

  @Test
  void isJsonSchemaAsPublished() {
    JsonNode whole = SchemaFile.whole("topology");
    assertEquals("https://json-schema.org/draft/2020-12/schema", whole.path("$schema").asString());
    assertEquals(
        "https://meshwright.io/schemas/topology.schema.json", whole.path("$id").asString());
  }

  @Test
  void explainsEveryField() {
    assertTrue(SchemaFields.all().size() > 150);
    for (Pointer field : SchemaFields.all()) {
      FieldSchema at = SchemaFields.ROOT.at(field);
      assertFalse(at.text("title").isEmpty(), field::toString);
      assertTrue(at.text("description").endsWith("."), field::toString);
      assertFalse(at.example().isMissingNode(), field::toString);
    }
  }

  @Test
  void hasNoFieldWithoutBounds() {
    for (Pointer field : SchemaFields.all()) {
      bounded(SchemaFields.ROOT.at(field), field);
    }
  }

  private static void bounded(FieldSchema at, Pointer field) {
    switch (at.text("type")) {
      case "string" ->
          assertTrue(
              !at.words().isEmpty() || at.keyword("maxLength").asInt(0) > 0, field::toString);
      case "array" -> {
        assertTrue(at.keyword("maxItems").asInt(0) > 0, field::toString);
        bounded(at.child("0"), field.child(0));
      }
      case "integer" -> assertEquals(65535, at.keyword("maximum").asInt(0), field::toString);
      case "object" -> {
        boolean open = OPEN.contains(field.last());
        assertEquals(!open, at.keyword("additionalProperties").isBoolean(), field::toString);
        assertEquals(open, at.keyword("maxProperties").asInt(0) > 0, field::toString);
      }
      default -> assertEquals("boolean", at.text("type"), field::toString);
    }
  }

  @Test
  void saysInWordsWhatEachPatternMeans() {
    check(SchemaFile.whole("topology"));
  }

  private static void check(JsonNode node) {
    for (String keyword : node.isObject() ? node.propertyNames() : List.<String>of()) {
      assertFalse(UNIONS.contains(keyword), keyword);
    }
    if (node.path("pattern").isString()) {
      assertTrue(node.path("$comment").asString("").contains(": "), node::toString);
      assertTrue(node.path("pattern").stringValue().startsWith("^"), node::toString);
      assertTrue(node.path("pattern").stringValue().endsWith("$"), node::toString);
    }
    node.forEach(SchemaDocumentTest::check);
  }

  @Test
  void acceptsEveryExample() {
    for (Pointer field : SchemaFields.all()) {
      for (JsonNode example : SchemaFields.ROOT.at(field).keyword("examples")) {
        ObjectNode root = (ObjectNode) TestTree.of(TestTree.MINIMAL).root();
        SchemaFields.set(root, field, example);
        assertEquals(List.of(), schema.check(TestTree.of(root)), field::toString);
      }
    }
  }

  @Test
  void answersHostileStringsAtOnce() {
    for (String unit : List.of("a", "a.", "a:", "{mesh}", "1.", "-", "a/", "::", "0.0.0.0")) {
      String hostile = unit.repeat(100_000);
      for (Pointer field : SchemaFields.all()) {
        if (SchemaFields.ROOT.at(field).text("type").equals("string")) {
          ObjectNode root = (ObjectNode) TestTree.of(TestTree.MINIMAL).root();
          SchemaFields.set(root, field, JsonNodeFactory.instance.stringNode(hostile));
          assertEquals(1, schema.check(TestTree.of(root)).size(), field::toString);
        }
      }
    }
  }

  @Test
  void judgesLikeTheWholeDialect() {
    var whole =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaFile.whole("topology"));
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    List<JsonNode> values =
        List.of(
            nodes.stringNode("a"),
            nodes.stringNode("A_B"),
            nodes.stringNode(""),
            nodes.numberNode(1.5),
            nodes.numberNode(70000),
            nodes.nullNode(),
            nodes.arrayNode(),
            nodes.objectNode(),
            nodes.objectNode().put("a b", 1));
    for (Pointer field : SchemaFields.all()) {
      for (JsonNode value : values) {
        ObjectNode root = (ObjectNode) TestTree.of(TestTree.MINIMAL).root();
        SchemaFields.set(root, field, value);
        assertEquals(
            whole.validate(root).isEmpty(),
            schema.check(TestTree.of(root)).isEmpty(),
            () -> field + ": " + value);
      }
    }
  }
}
