package io.meshwright.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The fields of one mapping over those of its defaults: mappings are merged deeply, lists and
 * single values replace.
 *
 * @param own what the mapping itself says; missing where it does not exist
 * @param defaults what it has where it says nothing; missing where there are no defaults
 */
record Fields(JsonNode own, JsonNode defaults) {
  /** Returns the fields of {@code own}, which has no defaults. */
  static Fields of(JsonNode own) {
    return new Fields(own, MissingNode.getInstance());
  }

  /** Returns the fields of the mapping {@code name}; none where it does not exist. */
  Fields child(String name) {
    return new Fields(own.path(name), defaults.path(name));
  }

  /** Returns the fields of each mapping in the list {@code name}. */
  List<Fields> children(String name) {
    List<Fields> children = new ArrayList<>();
    for (JsonNode element : value(name)) {
      children.add(of(element));
    }
    return children;
  }

  /** Returns the string {@code name}. */
  Optional<String> text(String name) {
    JsonNode value = value(name);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  /** Returns the string {@code name}, or {@code otherwise} where there is none. */
  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /** Returns the whole number {@code name}. */
  OptionalInt number(String name) {
    JsonNode value = value(name);
    return value.isNumber() ? OptionalInt.of(value.asInt(0)) : OptionalInt.empty();
  }

  /** Returns whether {@code name} is there and true. */
  boolean isTrue(String name) {
    return value(name).asBoolean(false);
  }

  /** Returns the strings of the list {@code name}, in its order. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value(name)) {
      texts.add(element.asString(""));
    }
    return texts;
  }

  /** Returns the addresses of the list {@code name}, in its order. */
  List<Address> addresses(String name) {
    List<Address> addresses = new ArrayList<>();
    for (String text : texts(name)) {
      addresses.add(new Address(text));
    }
    return addresses;
  }

  /** Returns the map of strings {@code name}, sorted by key. */
  Map<String, String> map(String name) {
    Map<String, String> map = new TreeMap<>();
    for (JsonNode layer : List.of(defaults.path(name), own.path(name))) {
      for (Map.Entry<String, JsonNode> entry : layer.properties()) {
        map.put(entry.getKey(), entry.getValue().asString(""));
      }
    }
    return map;
  }

  /** Returns whether neither the mapping nor its defaults say anything. */
  boolean isEmpty() {
    return own.isEmpty() && defaults.isEmpty();
  }

  /** Returns whether the mapping itself has the field {@code name}. */
  boolean hasOwn(String name) {
    return own.has(name);
  }

  /** Returns whether the mapping or its defaults have the field {@code name}. */
  boolean has(String name) {
    return hasOwn(name) || defaults.has(name);
  }

  private JsonNode value(String name) {
    return hasOwn(name) ? own.path(name) : defaults.path(name);
  }
}
