package io.meshwright.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Types of scalars without quotes, by the JSON schema of YAML 1.2. */
final class PlainScalar {
  private static final int LONGEST_NUMBER = 1000;

  private PlainScalar() {}

  /**
   * Returns the typed value. A decimal keeps its digits, so that {@code 1.30} can be quoted as it
   * was written.
   */
  static JsonNode node(String raw) {
    return switch (raw) {
      case "", "null" -> NullNode.getInstance();
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> number(raw);
    };
  }

  private static JsonNode number(String raw) {
    int start = raw.charAt(0) == '-' ? 1 : 0;
    int digits = digits(raw, start);
    boolean zeros = digits > start + 1 && raw.charAt(start) == '0';
    if (digits == start || zeros || raw.length() > LONGEST_NUMBER) {
      return StringNode.valueOf(raw);
    }
    if (digits == raw.length()) {
      return integer(raw);
    }
    // What has an exponent is refused as ambiguous before anybody needs its value.
    boolean decimal = raw.charAt(digits) == '.' && digits(raw, digits + 1) == raw.length();
    return decimal ? DecimalNode.valueOf(new BigDecimal(raw)) : StringNode.valueOf(raw);
  }

  private static JsonNode integer(String raw) {
    if (raw.length() <= 9) {
      return IntNode.valueOf(Integer.parseInt(raw));
    }
    if (raw.length() <= 18) {
      return LongNode.valueOf(Long.parseLong(raw));
    }
    return BigIntegerNode.valueOf(new BigInteger(raw));
  }

  private static int digits(String raw, int from) {
    int at = from;
    while (at < raw.length() && raw.charAt(at) >= '0' && raw.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
