package io.meshwright.schema;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Shows an example of the schema in a message. */
final class ExampleText {
  /** An example that YAML reads as a string without quotes. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9._:/-]*");

  private ExampleText() {}

  /** Returns {@code example} as it is written in YAML's flow form. */
  static String of(JsonNode example) {
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
}
