package io.meshwright.schema;

import io.meshwright.source.Location;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceMap;
import io.meshwright.source.SourceText;
import io.meshwright.source.SourceTree;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads well-formed YAML with its places, for tests of the stages after reading. */
public final class TestTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A small topology that is right in every way. */
  public static final String MINIMAL =
      """
      apiVersion: meshwright.io/v1
      kind: MeshTopology
      metadata:
        name: shop
      spec:
        istio:
          version: "1.30.3"
        networks:
          - name: net-a
        clusters:
          - name: alpha
      """;

  private final JsonParser parser;
  private final SourceMap.Builder places = new SourceMap.Builder();

  private TestTree(JsonParser parser) {
    this.parser = parser;
  }

  /** Returns the tree of {@code yaml}, read from a file called {@code topology.yaml}. */
  public static SourceTree of(String yaml) {
    try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), yaml)) {
      TestTree tree = new TestTree(parser);
      parser.nextToken();
      JsonNode root = tree.node(Pointer.ROOT);
      return new SourceTree(new SourceText("topology.yaml", yaml), root, tree.places.build());
    }
  }

  /** Returns a tree of {@code root} that has a place for the whole document only. */
  public static SourceTree of(JsonNode root) {
    SourceMap.Builder places = new SourceMap.Builder();
    places.value(Pointer.ROOT, Location.startOf("topology.yaml"));
    return new SourceTree(new SourceText("topology.yaml", ""), root, places.build());
  }

  private JsonNode node(Pointer at) {
    places.value(at, here());
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(at);
      case START_ARRAY -> sequence(at);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue().longValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      default -> NODES.stringNode(parser.getString());
    };
  }

  private ObjectNode mapping(Pointer at) {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      places.key(at.child(key), here());
      parser.nextToken();
      object.set(key, node(at.child(key)));
    }
    return object;
  }

  private ArrayNode sequence(Pointer at) {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(node(at.child(array.size())));
    }
    return array;
  }

  private Location here() {
    TokenStreamLocation at = parser.currentTokenLocation();
    String text = parser.getString();
    int width = text == null || text.isEmpty() ? 1 : text.length();
    return new Location("topology.yaml", at.getLineNr(), at.getColumnNr(), width);
  }
}
