package io.meshwright.schema;

import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Shows a user's own words in a message: on one line, cut, and unable to drive a terminal. */
final class Quoted {
  /** Longer words are cut: a message stays readable. */
  private static final int LIMIT = 60;

  /** How much of a longer word is shown; too little of a secret to be one. */
  private static final int SHOWN = 24;

  /** An example of ours that YAML reads as a string without quotes. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9._:/-]*");

  private Quoted() {}

  /** Returns {@code text} in quotes. */
  static String of(String text) {
    return '"' + plain(text) + '"';
  }

  /** Returns {@code text} without quotes around it. */
  static String plain(String text) {
    boolean cut = text.codePointCount(0, text.length()) > LIMIT;
    String shown = cut ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) : text;
    StringBuilder safe = new StringBuilder();
    shown.codePoints().forEach(point -> append(safe, point));
    return cut ? safe + "…" : safe.toString();
  }

  /** Returns {@code example} as it is written in YAML's flow form. */
  static String example(JsonNode example) {
    StringBuilder out = new StringBuilder();
    append(out, example);
    return out.toString();
  }

  private static void append(StringBuilder out, JsonNode node) {
    if (node.isObject()) {
      String separator = "{";
      for (String key : node.propertyNames()) {
        append(out.append(separator).append(key).append(": "), node.path(key));
        separator = ", ";
      }
      out.append(separator.equals("{") ? "{}" : "}");
    } else if (node.isArray()) {
      String separator = "[";
      for (JsonNode element : node) {
        append(out.append(separator), element);
        separator = ", ";
      }
      out.append(separator.equals("[") ? "[]" : "]");
    } else if (node.isString() && !PLAIN.matcher(node.stringValue()).matches()) {
      out.append('"').append(node.stringValue()).append('"');
    } else {
      out.append(node.asString(""));
    }
  }

  private static void append(StringBuilder out, int point) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '"' -> out.append("\\\"");
      default -> {
        if (isVisible(point)) {
          out.appendCodePoint(point);
        } else {
          out.append(String.format(Locale.ROOT, "\\u%04X", point));
        }
      }
    }
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
