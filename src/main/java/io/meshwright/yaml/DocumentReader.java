package io.meshwright.yaml;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.secret.SecretCheck;
import io.meshwright.source.Location;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceMap;
import io.meshwright.source.SourceText;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads one document from the parser's tokens; goes on after a finding wherever it can. */
final class DocumentReader {
  private final JsonParser parser;
  private final Tokens tokens;
  private final SourceMap.Builder places = new SourceMap.Builder();
  private final List<Diagnostic> findings = new ArrayList<>();
  private final List<Diagnostic> secrets = new ArrayList<>();
  private int nodes;
  private long paths;
  private boolean stopped;

  DocumentReader(JsonParser parser, TextPlaces text) {
    this.parser = parser;
    this.tokens = new Tokens(parser, text, findings);
  }

  List<Diagnostic> findings() {
    return findings;
  }

  /** Returns the secrets that show only once a value's quotes and escapes are taken away. */
  List<Diagnostic> secrets() {
    return secrets;
  }

  SourceMap places() {
    return places.build();
  }

  /** Reads the whole document; its tree is of use when there are no findings. */
  JsonNode read(SourceText source) {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      findings.add(notMapping(source, first));
      return NullNode.getInstance();
    }
    JsonNode root = mapping(Pointer.ROOT, 1);
    if (!stopped && parser.nextToken() != null) {
      findings.add(
          Diagnostic.error(
              "second-document",
              tokens.documentMarker(),
              "a second document begins here, and the file is to be one document",
              "keep one document to a file"));
    }
    return root;
  }

  private Diagnostic notMapping(SourceText source, JsonToken first) {
    Location start = Location.startOf(source.file());
    boolean list = first == JsonToken.START_ARRAY;
    if (first == null || (!list && tokens.isNothing())) {
      return SourceFindings.empty(start, source.file());
    }
    String what = list ? "a list" : "a single value";
    return Diagnostic.error(
        "not-a-mapping",
        tokens.place(),
        "the document is " + what + ", not a mapping of keys to values",
        "start it with a key, such as \"apiVersion: \"");
  }

  private JsonNode value(JsonToken token, Pointer at, Location ifEmpty, int depth) {
    if (!withinLimits(at, depth)) {
      return NullNode.getInstance();
    }
    return switch (token) {
      case START_OBJECT -> mapping(at, depth);
      case START_ARRAY -> sequence(at, depth);
      default -> scalar(at, ifEmpty);
    };
  }

  private ObjectNode mapping(Pointer at, int depth) {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    Tokens.Start start = tokens.start();
    tokens.refuseProperties();
    places.value(at, start.place());
    Map<String, Integer> lines = new HashMap<>();
    while (!stopped && parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Location place = tokens.key();
      if (lines.isEmpty() && !start.isFlow()) {
        places.value(at, place);
      }
      Pointer child = at.child(key);
      places.key(child, place);
      noteKey(key, place, lines);
      JsonNode value = value(parser.nextToken(), child, place, depth + 1);
      if (!mapping.has(key)) {
        mapping.set(key, value);
      }
    }
    if (start.isFlow() && !stopped) {
      places.value(at, tokens.flow(start));
    }
    return mapping;
  }

  private void noteKey(String key, Location place, Map<String, Integer> lines) {
    if (!tokens.isAsWritten()) {
      secrets.addAll(SecretCheck.inKey(place, key));
    }
    refuseHalves(place, key);
    Integer first = lines.putIfAbsent(key, place.line());
    if (first != null) {
      findings.add(
          Diagnostic.error(
              "duplicate-key",
              place,
              "the key " + Words.quoted(key) + " stands here again, first on line " + first,
              "keep one of the two: YAML readers take the last one silently"));
    }
  }

  private ArrayNode sequence(Pointer at, int depth) {
    ArrayNode sequence = JsonNodeFactory.instance.arrayNode();
    Tokens.Start start = tokens.start();
    tokens.refuseProperties();
    places.value(at, start.place());
    JsonToken token = parser.nextToken();
    while (!stopped && token != JsonToken.END_ARRAY) {
      Pointer child = at.child(sequence.size());
      sequence.add(value(token, child, tokens.place(), depth + 1));
      token = stopped ? token : parser.nextToken();
    }
    if (start.isFlow() && !stopped) {
      places.value(at, tokens.flow(start));
    }
    return sequence;
  }

  private JsonNode scalar(Pointer at, Location ifEmpty) {
    Location place = tokens.isNothing() ? ifEmpty : tokens.place();
    places.value(at, place);
    JsonNode value = tokens.scalar();
    if (value instanceof StringNode string) {
      String decoded = string.stringValue();
      refuseHalves(place, decoded);
      if (decoded.length() > SourceLimits.SCALAR) {
        findings.add(
            SourceLimits.tooLarge(
                place,
                "the value has more than " + SourceLimits.SCALAR + " characters",
                "values so long do not belong here"));
      }
      if (!tokens.isAsWritten()) {
        secrets.addAll(SecretCheck.inValue(place, at, decoded));
      }
    }
    return value;
  }

  /** An escape can name half of a character, which no file can hold. */
  private void refuseHalves(Location place, String decoded) {
    if (decoded.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      findings.add(
          Diagnostic.error(
              "yaml-syntax",
              place,
              "an escape stands for half of a character here",
              "write the character itself, or \\U and its eight hexadecimal digits"));
    }
  }

  private boolean withinLimits(Pointer at, int depth) {
    nodes++;
    paths += at.value().length();
    if (depth > SourceLimits.DEPTH) {
      findings.add(
          Diagnostic.error(
              "too-deep",
              tokens.place(),
              "more than " + SourceLimits.DEPTH + " mappings and lists stand within each other",
              "flatten the document; a topology is about ten levels deep"));
      stopped = true;
    } else if (nodes > SourceLimits.NODES || paths > SourceLimits.PATHS) {
      findings.add(
          SourceLimits.tooLarge(
              tokens.place(),
              "the document has too many keys and values up to here",
              "split the mesh into several topologies"));
      stopped = true;
    }
    return !stopped;
  }
}
