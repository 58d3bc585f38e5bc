package io.meshwright.schema;

import io.meshwright.source.Pointer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Walks the published schema, for tests that hold for every field. */
final class SchemaFields {
  static final FieldSchema ROOT = FieldSchema.root(SchemaFile.whole("topology"));

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SchemaFields() {}

  /** Returns the place of every field, mappings too; a list's elements are its element 0. */
  static List<Pointer> all() {
    List<Pointer> fields = new ArrayList<>();
    collect(Pointer.ROOT, fields);
    return fields;
  }

  private static void collect(Pointer at, List<Pointer> fields) {
    FieldSchema schema = ROOT.at(at);
    for (String field : schema.fields()) {
      fields.add(at.child(field));
      collect(at.child(field), fields);
    }
    if (schema.text("type").equals("array")) {
      collect(at.child(0), fields);
    }
  }

  /** Returns whether the field holds no fields of its own. */
  static boolean isLeaf(Pointer at) {
    FieldSchema schema = ROOT.at(at);
    return schema.fields().isEmpty() && schema.child("0").fields().isEmpty();
  }

  /** Returns the values to try in a field: every word, or an example that is not the default. */
  static List<JsonNode> values(Pointer at) {
    FieldSchema schema = ROOT.at(at);
    if (!schema.words().isEmpty()) {
      List<JsonNode> words = new ArrayList<>();
      schema.words().forEach(word -> words.add(NODES.stringNode(word)));
      return words;
    }
    JsonNode example = schema.example();
    return List.of(example.equals(schema.keyword("default")) ? changed(example) : example);
  }

  private static JsonNode changed(JsonNode value) {
    if (value.isObject()) {
      return ((ObjectNode) value.deepCopy()).put("x", "y");
    }
    return value.isNumber()
        ? NODES.numberNode(value.intValue() + 1)
        : NODES.stringNode(
            value.stringValue() + ".x".substring(value.asString().contains(".") ? 0 : 1));
  }

  /** Puts {@code value} at {@code at}; every mapping on the way has the fields that it needs. */
  static void set(ObjectNode root, Pointer at, JsonNode value) {
    ObjectNode parent = mapping(root, at.parent());
    parent.set(at.last(), value);
  }

  /** Returns the mapping at {@code at}, made with the fields that it needs if it is not there. */
  static ObjectNode mapping(ObjectNode root, Pointer at) {
    if (at.value().isEmpty()) {
      return root;
    }
    if (at.last().equals("0")) {
      ArrayNode list = mapping(root, at.parent().parent()).withArray(at.parent().last());
      if (list.isEmpty()) {
        list.add(needed(ROOT.at(at)));
      }
      return (ObjectNode) list.get(0);
    }
    ObjectNode parent = mapping(root, at.parent());
    if (!parent.has(at.last())) {
      parent.set(at.last(), needed(ROOT.at(at)));
    }
    return (ObjectNode) parent.get(at.last());
  }

  private static ObjectNode needed(FieldSchema schema) {
    ObjectNode mapping = NODES.objectNode();
    for (JsonNode field : schema.keyword("required")) {
      mapping.set(field.stringValue(), schema.child(field.stringValue()).example());
    }
    return mapping;
  }
}
