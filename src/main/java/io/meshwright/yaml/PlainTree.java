package io.meshwright.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parsed YAML as maps, lists and scalars, in the order of the file, to merge and to write. */
public final class PlainTree {
  private PlainTree() {}

  /** Returns {@code node}, which is a mapping; what is none becomes an empty one. */
  public static Map<String, Object> mapping(JsonNode node) {
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
  @SuppressWarnings("unchecked")
  public static void merge(Map<String, Object> earlier, Map<String, Object> later) {
    for (Map.Entry<String, Object> entry : later.entrySet()) {
      Object present = earlier.get(entry.getKey());
      if (present instanceof Map<?, ?> && entry.getValue() instanceof Map<?, ?>) {
        Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) present);
        merge(copy, (Map<String, Object>) entry.getValue());
        earlier.put(entry.getKey(), copy);
      } else {
        put(earlier, entry.getKey(), entry.getValue());
      }
    }
  }

  @SuppressWarnings("NullAway") // a mapping of YAML may hold null
  private static void put(Map<String, Object> mapping, String key, @Nullable Object value) {
    mapping.put(key, value);
  }
}
