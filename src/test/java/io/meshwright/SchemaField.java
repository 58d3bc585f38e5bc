package io.meshwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field of the topology, as the published schema describes it.
 *
 * @param steps the keys that lead to it; a list's elements have the list's own
 * @param example a value that the schema gives as an example
 */
record SchemaField(List<String> steps, JsonNode example) {
  private static final Path SCHEMA = Path.of("schemas/topology.schema.json");

  /** What the defaults have, every cluster has. */
  private static final String DEFAULTS = "defaults";

  static List<SchemaField> all() throws IOException {
    JsonNode schema = JsonMapper.shared().readTree(Files.readString(SCHEMA));
    List<SchemaField> fields = new ArrayList<>();
    collect(schema, schema, List.of(), fields);
    return fields;
  }

  private static void collect(
      JsonNode schema, JsonNode node, List<String> steps, List<SchemaField> fields) {
    String reference = node.path("$ref").asString("");
    if (!reference.isEmpty()) {
      collect(schema, schema.at(reference.substring(1)), steps, fields);
    }
    for (Map.Entry<String, JsonNode> entry : node.path("properties").properties()) {
      if (entry.getKey().equals(DEFAULTS)) {
        continue;
      }
      List<String> child = new ArrayList<>(steps);
      child.add(entry.getKey());
      fields.add(new SchemaField(child, example(schema, entry.getValue())));
      collect(schema, entry.getValue(), child, fields);
    }
    if (node.has("items")) {
      collect(schema, node.path("items"), steps, fields);
    }
  }

  private static JsonNode example(JsonNode schema, JsonNode node) {
    JsonNode own = node.path("examples").path(0);
    String reference = node.path("$ref").asString("");
    return own.isMissingNode() ? schema.at(reference.substring(1)).path("examples").path(0) : own;
  }

  String path() {
    return String.join(".", steps);
  }

  /** Returns whether the field stands in {@code topology}, in any element of its lists. */
  boolean isIn(JsonNode topology) {
    return isIn(topology, 0);
  }

  private boolean isIn(JsonNode node, int step) {
    if (step == steps.size()) {
      return !node.isMissingNode();
    }
    if (node.isArray()) {
      for (JsonNode item : node) {
        if (isIn(item, step)) {
          return true;
        }
      }
      return false;
    }
    String key = steps.get(step);
    return isIn(node.path(key), step + 1)
        || (key.equals("clusters") && isIn(node.path(DEFAULTS), step + 1));
  }

  /** Returns a copy of {@code topology} in which the first place for the field has the example. */
  JsonNode setIn(JsonNode topology) {
    JsonNode copy = topology.deepCopy();
    JsonNode owner = copy;
    for (String key : steps.subList(0, steps.size() - 1)) {
      ObjectNode mapping = (ObjectNode) first(owner);
      if (!mapping.has(key)) {
        mapping.set(key, JsonNodeFactory.instance.objectNode());
      }
      owner = mapping.path(key);
    }
    ((ObjectNode) first(owner)).set(steps.get(steps.size() - 1), example);
    return copy;
  }

  private static JsonNode first(JsonNode node) {
    if (node instanceof ArrayNode array && array.isEmpty()) {
      array.addObject();
    }
    return node.isArray() ? node.path(0) : node;
  }
}
