package io.meshwright.overlay;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What istioctl takes as a key's value.
 *
 * @param form its form
 * @param type the type's name, for the form {@link Form#TYPE}; else empty
 * @param element what a list or a mapping holds; empty when that is open
 */
record Kind(Form form, String type, Optional<Kind> element) {
  /** The form of a value. */
  enum Form {
    ANY("anything"),
    BOOL("a boolean"),
    NUMBER("a number"),
    STRING("a string"),
    DURATION("a string with a unit"),
    ENUM("one of some names"),
    LIST("a list"),
    MAP("a mapping"),
    TYPE("a mapping");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    /** Returns how a message calls it. */
    String words() {
      return words;
    }
  }

  static Kind parse(String text) {
    return switch (text) {
      case "any" -> plain(Form.ANY);
      case "bool" -> plain(Form.BOOL);
      case "number" -> plain(Form.NUMBER);
      case "string" -> plain(Form.STRING);
      case "duration" -> plain(Form.DURATION);
      case "enum" -> plain(Form.ENUM);
      case "list" -> plain(Form.LIST);
      case "map" -> plain(Form.MAP);
      default -> compound(text);
    };
  }

  private static Kind compound(String text) {
    int open = text.indexOf('<');
    if (open < 0) {
      return new Kind(Form.TYPE, text, Optional.empty());
    }
    Form form = text.startsWith("list") ? Form.LIST : Form.MAP;
    return new Kind(form, "", Optional.of(parse(text.substring(open + 1, text.length() - 1))));
  }

  private static Kind plain(Form form) {
    return new Kind(form, "", Optional.empty());
  }

  /** Returns whether istioctl takes {@code value}; empty is as if the key were not there. */
  boolean takes(JsonNode value) {
    return value.isNull()
        || switch (form) {
          case ANY -> true;
          case BOOL -> value.isBoolean();
          case NUMBER -> value.isNumber() || isQuotedNumber(value);
          case STRING, DURATION -> value.isString();
          case ENUM -> value.isString() || value.isNumber();
          case LIST -> value.isArray();
          case MAP, TYPE -> value.isObject();
        };
  }

  /** istioctl reads protobuf's JSON, where a number may stand in quotes. */
  private static boolean isQuotedNumber(JsonNode value) {
    return value.isString() && value.asString().matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  }

  /** Returns how a message calls what somebody wrote. */
  static String words(JsonNode value) {
    if (value.isObject()) {
      return Form.MAP.words();
    }
    if (value.isArray()) {
      return Form.LIST.words();
    }
    if (value.isBoolean()) {
      return Form.BOOL.words();
    }
    return (value.isNumber() ? Form.NUMBER : Form.STRING).words();
  }
}
