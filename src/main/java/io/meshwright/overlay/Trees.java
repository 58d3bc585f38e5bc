package io.meshwright.overlay;

import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parsed YAML as mappings, lists and scalars that can be merged and written. */
final class Trees {
  private Trees() {}

  /** Returns {@code node}, a mapping, with its order kept. */
  static Map<String, Object> mapping(JsonNode node) {
    Map<String, Object> mapping = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      put(mapping, entry.getKey(), value(entry.getValue()));
    }
    return mapping;
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isObject()) {
      return mapping(node);
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      for (JsonNode element : node) {
        list.add(value(element));
      }
      return list;
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    return node.isNull() ? null : node.asString();
  }

  /** Merges {@code later} into {@code earlier}; where both have a scalar or a list, later wins. */
  static void mergeOver(Map<String, Object> earlier, Map<String, Object> later) {
    merge(earlier, later, true);
  }

  /** Adds to {@code decided} what only {@code own} has. */
  static void mergeUnder(Map<String, Object> decided, Map<String, Object> own) {
    merge(decided, own, false);
  }

  @SuppressWarnings("unchecked")
  private static void merge(Map<String, Object> into, Map<String, Object> from, boolean wins) {
    for (Map.Entry<String, Object> entry : from.entrySet()) {
      Object present = into.get(entry.getKey());
      if (present instanceof Map<?, ?> && entry.getValue() instanceof Map<?, ?>) {
        merge((Map<String, Object>) present, (Map<String, Object>) entry.getValue(), wins);
      } else if (wins || !into.containsKey(entry.getKey())) {
        put(into, entry.getKey(), entry.getValue());
      }
    }
  }

  @SuppressWarnings("NullAway") // a mapping of YAML may hold null
  private static void put(Map<String, Object> mapping, String key, @Nullable Object value) {
    mapping.put(key, value);
  }

  /** Returns {@code spec.values.global.network} for its pointer. */
  static String path(Pointer pointer) {
    StringBuilder path = new StringBuilder(pointer.last());
    Pointer parent = pointer.parent();
    while (!parent.equals(Pointer.ROOT)) {
      path.insert(0, parent.last() + ".");
      parent = parent.parent();
    }
    return path.toString();
  }

  /** Returns a value as a message quotes it. */
  static String words(JsonNode node) {
    if (node.isObject()) {
      return "a mapping";
    }
    if (node.isArray()) {
      return "a list";
    }
    return node.isNull() ? "empty" : Words.quoted(node.asString());
  }
}
