package io.meshwright;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Parsed YAML: read by a reader that is not the program's own, changed, and written again. */
public final class Trees {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Trees() {}

  /** Returns the document. */
  public static JsonNode read(String yaml) {
    return YAML.readTree(yaml);
  }

  /** Returns every document of a stream. */
  public static List<JsonNode> readAll(String stream) {
    List<JsonNode> documents = new ArrayList<>();
    for (String document : stream.split("(?m)^---.*$", -1)) {
      JsonNode tree = document.isBlank() ? YAML.missingNode() : YAML.readTree(document);
      if (tree.isObject()) {
        documents.add(tree);
      }
    }
    return documents;
  }

  /** Returns the places of all strings, in the order of the document. */
  static List<JsonPointer> strings(JsonNode root) {
    List<JsonPointer> places = new ArrayList<>();
    strings(root, JsonPointer.empty(), places);
    return places;
  }

  private static void strings(JsonNode node, JsonPointer at, List<JsonPointer> places) {
    if (node.isString()) {
      places.add(at);
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      strings(entry.getValue(), at.appendProperty(entry.getKey()), places);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      strings(node.get(i), at.appendIndex(i), places);
    }
  }

  /** Returns a copy of {@code root} in which {@code value} stands at {@code place}. */
  static JsonNode with(JsonNode root, JsonPointer place, JsonNode value) {
    JsonNode copy = root.deepCopy();
    JsonPointer last = place.last();
    JsonNode owner = copy.at(place.head());
    if (owner instanceof ArrayNode array) {
      array.set(last.getMatchingIndex(), value);
    } else {
      ((ObjectNode) owner).set(last.getMatchingProperty(), value);
    }
    return copy;
  }

  /** Returns a copy in which every key and string has {@code word} replaced. */
  static JsonNode replaced(JsonNode node, String word, String by) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        copy.set(entry.getKey().replace(word, by), replaced(entry.getValue(), word, by));
      }
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> copy.add(replaced(item, word, by)));
      return copy;
    }
    return node.isString() ? StringNode.valueOf(node.stringValue().replace(word, by)) : node;
  }

  /** Returns a copy in which each text that is itself a document is what it says. */
  static JsonNode expanded(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(entry -> copy.set(entry.getKey(), expanded(entry.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> copy.add(expanded(item)));
      return copy;
    }
    if (node.isString() && node.stringValue().endsWith("\n")) {
      try {
        JsonNode nested = YAML.readTree(node.stringValue());
        return nested.isContainer() ? nested : node;
      } catch (JacksonException noYaml) {
        return node;
      }
    }
    return node;
  }

  /** Returns a copy with the keys of every mapping in alphabetical order. */
  static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.propertyNames().stream().sorted().forEach(key -> copy.set(key, sorted(node.path(key))));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> copy.add(sorted(item)));
      return copy;
    }
    return node;
  }

  /** Writes {@code root} in flow style, which is JSON. */
  static String flow(JsonNode root) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /** Writes {@code root} in block style, each level {@code indent} blanks deep. */
  static String block(JsonNode root, int indent) {
    StringBuilder text = new StringBuilder();
    block(root, indent, "", text);
    return text.toString();
  }

  private static void block(JsonNode node, int indent, String before, StringBuilder text) {
    String deeper = before + " ".repeat(indent);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      text.append(before).append(scalar(StringNode.valueOf(entry.getKey()))).append(':');
      value(entry.getValue(), indent, deeper, text);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      text.append(before).append('-');
      value(node.get(i), indent, deeper, text);
    }
  }

  private static void value(JsonNode node, int indent, String deeper, StringBuilder text) {
    if (node.isContainer() && !node.isEmpty()) {
      text.append('\n');
      block(node, indent, deeper, text);
    } else {
      text.append(' ').append(scalar(node)).append('\n');
    }
  }

  private static String scalar(JsonNode node) {
    return JsonMapper.shared().writeValueAsString(node);
  }
}
