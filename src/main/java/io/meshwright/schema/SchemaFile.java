package io.meshwright.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads a JSON Schema of ours from the class path, without building a JSON mapper. */
final class SchemaFile {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What a schema says to people: it proves nothing, so the validator need not see it. */
  private static final Set<String> WORDS =
      Set.of("$schema", "$comment", "title", "description", "default", "examples");

  private final boolean keepsWords;

  private SchemaFile(boolean keepsWords) {
    this.keepsWords = keepsWords;
  }

  /** Returns what the validator needs of the schema of that name, if there is one. */
  static Optional<JsonNode> rules(String name) {
    return new SchemaFile(false).read(name);
  }

  /** Returns the whole schema of that name, with everything that it says to people. */
  static JsonNode whole(String name) {
    return new SchemaFile(true)
        .read(name)
        .orElseThrow(
            () -> new IllegalStateException("the program is incomplete: no schema " + name));
  }

  private Optional<JsonNode> read(String name) {
    try (InputStream stream =
        SchemaFile.class.getResourceAsStream("/schemas/" + name + ".schema.json")) {
      if (stream == null) {
        return Optional.empty();
      }
      try (JsonParser parser =
          new JsonFactory().createParser(ObjectReadContext.empty(), stream.readAllBytes())) {
        parser.nextToken();
        return Optional.of(node(parser, false));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the value at the current token; the keys of a map of names are no keywords. */
  private JsonNode node(JsonParser parser, boolean names) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, names);
      case START_ARRAY -> sequence(parser);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getIntValue());
      case VALUE_STRING -> new Word(parser.getString());
      default ->
          throw new IllegalStateException("unexpected in a schema: " + parser.currentToken());
    };
  }

  private ObjectNode mapping(JsonParser parser, boolean names) {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      if (!keepsWords && !names && WORDS.contains(key)) {
        parser.skipChildren();
        continue;
      }
      object.set(key, node(parser, !names && (key.equals("properties") || key.equals("$defs"))));
    }
    return object;
  }

  private ArrayNode sequence(JsonParser parser) {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(node(parser, false));
    }
    return array;
  }

  /**
   * A string that prints itself. The validator prints every value of every {@code enum} while it
   * compiles, and Jackson's own string would load a whole JSON mapper (some 500 classes) for that.
   */
  private static final class Word extends StringNode {
    private static final long serialVersionUID = 1;

    Word(String value) {
      super(value);
    }

    @Override
    public String toString() {
      return '"' + stringValue() + '"';
    }
  }
}
