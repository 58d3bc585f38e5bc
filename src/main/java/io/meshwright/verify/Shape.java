package io.meshwright.verify;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a schema can judge about a document: its keys and the types of its values, not the values.
 * Thousands of documents share a handful of shapes, and each shape is judged once.
 */
final class Shape {
  /** Keys that hold names of the user's: how many there are, and which, is no matter of shape. */
  static final Set<String> OPEN =
      Set.of("annotations", "data", "env", "label", "labels", "selector", "serviceAnnotations");

  private static final int USUAL_LENGTH = 512;

  private final StringBuilder out = new StringBuilder(USUAL_LENGTH);

  private Shape() {}

  /** Returns the shape of {@code document} as a text that equals that of documents alike. */
  static String of(JsonNode document) {
    Shape shape = new Shape();
    shape.add(document, "");
    return shape.out.toString();
  }

  private void add(JsonNode node, String key) {
    if (node.isObject()) {
      addMapping(node, key);
    } else if (node.isArray()) {
      addSequence(node);
    } else if (node.isString()) {
      out.append(node.stringValue().isEmpty() ? 'e' : 's');
    } else {
      out.append(node.isIntegralNumber() ? 'i' : node.isBoolean() ? 'b' : '?');
    }
  }

  private void addMapping(JsonNode node, String key) {
    if (OPEN.contains(key) && holdsStrings(node)) {
      out.append("{*}");
      return;
    }
    out.append('{');
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      // the length tells where the key ends, whatever is in it
      out.append(entry.getKey().length()).append(':').append(entry.getKey());
      add(entry.getValue(), entry.getKey());
    }
    out.append('}');
  }

  private static boolean holdsStrings(JsonNode mapping) {
    for (JsonNode value : mapping) {
      if (!value.isString()) {
        return false;
      }
    }
    return !mapping.isEmpty();
  }

  /** Adds the items' shapes; neighbours of one shape count once. */
  private void addSequence(JsonNode node) {
    out.append('[');
    int previous = out.length();
    for (JsonNode item : node) {
      int start = out.length();
      add(item, "");
      int length = out.length() - start;
      if (start - previous == length && repeats(previous, start, length)) {
        out.setLength(start);
      } else {
        previous = start;
      }
    }
    out.append(']');
  }

  private boolean repeats(int first, int second, int length) {
    for (int i = 0; i < length; i++) {
      if (out.charAt(first + i) != out.charAt(second + i)) {
        return false;
      }
    }
    return true;
  }
}
