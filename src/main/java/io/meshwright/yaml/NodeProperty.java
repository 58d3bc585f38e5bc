package io.meshwright.yaml;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Location;
import io.meshwright.text.Words;

/** Anchors, aliases and tags, none of which a topology needs. */
final class NodeProperty {
  private NodeProperty() {}

  /** Returns the finding for {@code word}, which starts with {@code &}, {@code *} or {@code !}. */
  static Diagnostic finding(String word, Location place) {
    String quoted = Words.quoted(word);
    return switch (word.charAt(0)) {
      case '&' ->
          Diagnostic.error(
              "yaml-anchor",
              place,
              quoted + " is an anchor, and anchors are not read",
              "remove it; what all clusters share belongs under spec.defaults");
      case '*' ->
          Diagnostic.error(
              "yaml-alias",
              place,
              quoted + " is an alias, which some YAML readers take for text",
              "write the value out, or quote it if it is meant as text");
      default ->
          Diagnostic.error(
              "yaml-tag",
              place,
              quoted + " is a tag, and types are not chosen by tags here",
              "remove it; quote the value if it is text");
    };
  }
}
