package io.meshwright.overlay;

import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parsed YAML as mappings, lists and scalars that can be merged and written. */
final class Trees {
  private Trees() {}

  /** Returns a mapping; an empty one where there is none. */
  @SuppressWarnings("unchecked") // keys of YAML mappings are strings
  static Map<String, Object> mapping(@Nullable Object value) {
    return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
  }

  /** Adds to {@code decided} what only {@code own} has. */
  @SuppressWarnings("unchecked") // keys of YAML mappings are strings
  static void mergeUnder(Map<String, Object> decided, Map<String, Object> own) {
    for (Map.Entry<String, Object> entry : own.entrySet()) {
      Object present = decided.get(entry.getKey());
      if (present instanceof Map<?, ?> && entry.getValue() instanceof Map<?, ?>) {
        mergeUnder((Map<String, Object>) present, (Map<String, Object>) entry.getValue());
      } else if (!decided.containsKey(entry.getKey())) {
        decided.put(entry.getKey(), entry.getValue());
      }
    }
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
