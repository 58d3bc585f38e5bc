package io.meshwright.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the small part of YAML that is written here: block style, one scalar a line, bare words,
 * double quotes, literal blocks. It reads a document several times faster than a parser of all YAML
 * does, and knows its limits: what lies outside is not read at all.
 */
public final class BlockYamlReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 64;

  private final char[] text;
  private final BlockScalars scalars;

  /** Where the next token starts, and its column; the column is -1 at the end. */
  private int at;

  private int column;
  private int depth;

  private BlockYamlReader(String text) {
    this.text = text.toCharArray();
    this.scalars = new BlockScalars(this.text);
  }

  /** Returns the document, or nothing when {@code text} needs a reader of all YAML. */
  public static Optional<JsonNode> read(String text) {
    if (text.isEmpty() || text.charAt(text.length() - 1) != '\n') {
      return Optional.empty();
    }
    BlockYamlReader reader = new BlockYamlReader(text);
    reader.startLine(0);
    if (reader.column != 0) {
      return Optional.empty();
    }
    JsonNode root = reader.node();
    return root == null || reader.column >= 0 ? Optional.empty() : Optional.of(root);
  }

  /** Goes to the first token of the line at {@code start}, or of a later one. */
  private void startLine(int start) {
    int i = start;
    while (i < text.length) {
      int first = i;
      while (text[i] == ' ') {
        i++;
      }
      if (text[i] != '#') {
        at = i;
        column = text[i] == '\n' ? text.length : i - first;
        return;
      }
      i = scalars.lineEnd(i) + 1;
    }
    column = -1;
  }

  private @Nullable JsonNode node() {
    if (depth == DEEPEST) {
      return null;
    }
    depth++;
    JsonNode node = isDash() ? sequence(column) : keyEnd() < 0 ? scalar(column) : mapping(column);
    depth--;
    return node;
  }

  private boolean isDash() {
    return text[at] == '-' && text[at + 1] == ' ';
  }

  private int keyEnd() {
    return scalars.keyEnd(at);
  }

  private @Nullable JsonNode sequence(int here) {
    ArrayNode sequence = NODES.arrayNode();
    while (column == here && isDash()) {
      at += 2;
      column += 2;
      JsonNode item = node();
      if (item == null) {
        return null;
      }
      sequence.add(item);
    }
    return column > here ? null : sequence;
  }

  private @Nullable JsonNode mapping(int here) {
    ObjectNode mapping = NODES.objectNode();
    while (column == here && !isDash()) {
      int colon = keyEnd();
      JsonNode key = colon < 0 ? null : scalars.oneLine(at, colon);
      if (key == null || !key.isString() || mapping.has(key.stringValue())) {
        return null;
      }
      JsonNode value = value(colon + 1, here);
      if (value == null) {
        return null;
      }
      mapping.set(key.stringValue(), value);
    }
    return column > here ? null : mapping;
  }

  /** Reads what follows a colon, of a key in column {@code here}. */
  private @Nullable JsonNode value(int afterColon, int here) {
    if (text[afterColon] == ' ') {
      at = afterColon + 1;
      return scalar(here);
    }
    startLine(afterColon + 1);
    boolean nested = column > here || (column == here && isDash());
    return nested ? node() : null;
  }

  /** Reads the scalar that ends this line, or the block that starts there. */
  private @Nullable JsonNode scalar(int parent) {
    int end = scalars.lineEnd(at);
    if (text[at] == '|') {
      BlockScalars.Block block = scalars.block(at, end, parent);
      if (block == null) {
        return null;
      }
      startLine(block.end());
      return NODES.stringNode(block.text());
    }
    JsonNode scalar = scalars.oneLine(at, end);
    startLine(end + 1);
    return scalar;
  }
}
