package io.meshwright.schema;

import io.meshwright.source.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the schema says about one place of a topology.
 *
 * @param document the whole schema, which references point into
 * @param layers the schema that stands at the place, then the definition that it refers to, and so
 *     on; earlier ones win
 */
record FieldSchema(JsonNode document, List<JsonNode> layers) {
  private static final String DEFINITIONS = "#/$defs/";

  /** Returns what {@code document} says about a whole topology. */
  static FieldSchema root(JsonNode document) {
    return new FieldSchema(document, List.of(document));
  }

  /** Returns what the schema says about the place at {@code pointer} below this one. */
  FieldSchema at(Pointer pointer) {
    if (pointer.value().isEmpty()) {
      return this;
    }
    return at(pointer.parent()).child(pointer.last());
  }

  /** Returns what the schema says about the field or element {@code step} of this place. */
  FieldSchema child(String step) {
    JsonNode field = keyword("properties").path(step);
    if (!field.isObject()) {
      field = keyword("items");
    }
    if (!field.isObject()) {
      field = keyword("additionalProperties");
    }
    return of(field);
  }

  /** Returns what the schema says about each key of this map. */
  FieldSchema keys() {
    return of(keyword("propertyNames"));
  }

  /** Returns the names of the fields that may stand here, in the schema's order. */
  List<String> fields() {
    return new ArrayList<>(keyword("properties").propertyNames());
  }

  /** Returns the only words that may stand here; empty where any may. */
  List<String> words() {
    return strings(keyword("enum"));
  }

  /** Returns whether a mapping is wanted that needs nothing but a name. */
  boolean isNamed() {
    return strings(keyword("required")).equals(List.of("name"));
  }

  /**
   * Returns the mapping that has the field {@code name}, as {@code spec.istio}; of several the one
   * nearest to the top; empty where none has it.
   */
  Optional<String> ownerOf(String name) {
    Map<String, FieldSchema> level = Map.of("", root(document));
    while (!level.isEmpty()) {
      Map<String, FieldSchema> next = new LinkedHashMap<>();
      for (Map.Entry<String, FieldSchema> owner : level.entrySet()) {
        for (String field : owner.getValue().fields()) {
          if (field.equals(name) && !owner.getKey().isEmpty()) {
            return Optional.of(owner.getKey());
          }
          String path = owner.getKey().isEmpty() ? field : owner.getKey() + "." + field;
          next.put(path, owner.getValue().child(field).element());
        }
      }
      level = next;
    }
    return Optional.empty();
  }

  /** Returns what a list's elements are; a mapping is its own. */
  private FieldSchema element() {
    return keyword("items").isObject() ? of(keyword("items")) : this;
  }

  /** Returns the keyword's text; empty where the schema does not have it. */
  String text(String keyword) {
    return keyword(keyword).asString("");
  }

  /** Returns the first example of a right value; missing where the schema has none. */
  JsonNode example() {
    return keyword("examples").path(0);
  }

  /** Returns the keyword's value at the place itself, else in what it refers to. */
  JsonNode keyword(String name) {
    for (JsonNode layer : layers) {
      if (layer.has(name)) {
        return layer.path(name);
      }
    }
    return MissingNode.getInstance();
  }

  private FieldSchema of(JsonNode field) {
    List<JsonNode> chain = new ArrayList<>();
    JsonNode next = field;
    while (next.isObject()) {
      chain.add(next);
      String reference = next.path("$ref").asString("");
      next =
          reference.startsWith(DEFINITIONS)
              ? document.path("$defs").path(reference.substring(DEFINITIONS.length()))
              : MissingNode.getInstance();
    }
    return new FieldSchema(document, chain);
  }

  private static List<String> strings(JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array) {
      texts.add(element.asString(""));
    }
    return texts;
  }
}
