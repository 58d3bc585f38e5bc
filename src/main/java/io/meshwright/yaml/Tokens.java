package io.meshwright.yaml;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import io.meshwright.text.Words;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Looks at the parser's current token as it was written: the token stream itself hides quotes,
 * anchors, aliases and tags.
 */
final class Tokens {
  private final JsonParser parser;
  private final TextPlaces text;
  private final List<Diagnostic> findings;

  Tokens(JsonParser parser, TextPlaces text, List<Diagnostic> findings) {
    this.parser = parser;
    this.text = text;
    this.findings = findings;
  }

  /**
   * Where a mapping or list begins.
   *
   * @param index of its first character in the text
   * @param place of its first character
   * @param isFlow whether it is written in brackets
   */
  record Start(int index, Location place, boolean isFlow) {}

  Start start() {
    TokenStreamLocation at = parser.currentTokenLocation();
    int index = text.index(at.getCharOffset());
    char c = text.charAt(index);
    Location place = text.place(at.getLineNr(), at.getColumnNr(), index, index + 1);
    return new Start(index, place, c == '{' || c == '[');
  }

  /** Returns the place of a mapping or list in brackets whose end is the current token. */
  Location flow(Start start) {
    int end = text.index(parser.currentLocation().getCharOffset());
    Location place = start.place();
    return text.place(place.line(), place.column(), start.index(), end);
  }

  /** Returns the place of the current scalar. */
  Location place() {
    TokenStreamLocation at = parser.currentTokenLocation();
    int start = text.index(at.getCharOffset());
    int end = isBlock(start) ? text.wordEnd(start) : end();
    return text.place(at.getLineNr(), at.getColumnNr(), start, end);
  }

  /** Says whether the current value is empty, as behind a key that has none. */
  boolean isNothing() {
    return parser.currentTokenLocation().getCharOffset()
        == parser.currentLocation().getCharOffset();
  }

  /** Says whether the current scalar is written without quotes on one line. */
  boolean isAsWritten() {
    int start = begin();
    return isPlain(start) && !spansLines(start, end());
  }

  /** Reads the current scalar as a value. */
  JsonNode scalar() {
    boolean properties = refuseProperties();
    int start = begin();
    if (properties || !isPlain(start) || spansLines(start, end())) {
      return StringNode.valueOf(decoded());
    }
    String raw = text.text(start, end());
    Ambiguity.ofValue(raw)
        .ifPresent(
            how ->
                findings.add(
                    Diagnostic.error(
                        "ambiguous-scalar",
                        place(),
                        Words.quoted(raw) + " " + how,
                        "quote it; where it is a name, better choose another one")));
    return PlainScalar.node(raw);
  }

  /** Checks the current key as it is written, and returns its place. */
  Location key() {
    Location place = place();
    int start = begin();
    boolean written = !refuseProperties() && isPlain(start) && !spansLines(start, end());
    if (isNothing()) {
      findings.add(
          Diagnostic.error(
              "yaml-syntax", place, "a key is missing here", "write the key before the colon"));
    } else if (written) {
      checkPlainKey(text.text(start, end()), place);
    }
    return place;
  }

  private void checkPlainKey(String raw, Location place) {
    if (raw.equals("<<")) {
      findings.add(
          Diagnostic.error(
              "merge-key",
              place,
              "\"<<\" merges mappings in YAML 1.1 and is an ordinary key in YAML 1.2",
              "write the keys out; what all clusters share belongs under spec.defaults"));
      return;
    }
    Ambiguity.ofKey(raw)
        .ifPresent(
            how ->
                findings.add(
                    Diagnostic.error(
                        "ambiguous-key",
                        place,
                        "the key " + Words.quoted(raw) + " " + how,
                        "quote it; where it is a name, better choose another one")));
  }

  /** Refuses the anchors, aliases and tags before the current value, if it has any. */
  boolean refuseProperties() {
    TokenStreamLocation token = parser.currentTokenLocation();
    int first = text.index(token.getCharOffset());
    int at = first;
    while ("&*!".indexOf(text.charAt(at)) >= 0 && !isNothing()) {
      int end = text.wordEnd(at);
      Location place =
          at == first
              ? text.place(token.getLineNr(), token.getColumnNr(), at, end)
              : text.place(at, end);
      findings.add(NodeProperty.finding(text.text(at, end), place));
      at = text.skipBlanks(end);
    }
    return at > first;
  }

  /** Returns the place of the marker before a document whose first token is the current one. */
  Location documentMarker() {
    int start = text.index(parser.currentTokenLocation().getCharOffset());
    int marker = text.documentMarker(start);
    return text.place(marker, text.wordEnd(marker));
  }

  private String decoded() {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    return "";
  }

  private int begin() {
    return text.index(parser.currentTokenLocation().getCharOffset());
  }

  private int end() {
    return text.index(parser.currentLocation().getCharOffset());
  }

  private boolean isPlain(int start) {
    return "\"'|>".indexOf(text.charAt(start)) < 0 || isNothing();
  }

  private boolean isBlock(int start) {
    return !isNothing() && (text.charAt(start) == '|' || text.charAt(start) == '>');
  }

  private boolean spansLines(int start, int end) {
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }
}
