package io.meshwright.schema;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.istio.IstioReleases;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.NearestName;
import io.meshwright.text.Words;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Says what is wrong with a single value, in words. */
final class ValueFindings {
  private static final List<String> NULL_WORDS = List.of("null", "Null", "NULL", "~");

  private final SourceTree tree;
  private final SourceWords words;

  ValueFindings(SourceTree tree) {
    this.tree = tree;
    this.words = new SourceWords(tree.text());
  }

  /** A value of another kind than wanted: a number for a string, a string for a mapping. */
  Diagnostic wrongType(Fault fault, FieldSchema wanted) {
    String type = wanted.text("type");
    JsonNode node = fault.node();
    if (type.equals("string") && (node.isNumber() || node.isBoolean())) {
      return unquoted(fault);
    }
    if (node.isNull()) {
      return nothing(fault, wanted);
    }
    if (fault.at().value().isEmpty()) {
      return finding(
          "wrong-type",
          fault.at(),
          "the topology must be a mapping, not " + found(node),
          "start from the fields " + String.join(", ", wanted.fields()));
    }
    boolean named = type.equals("object") && node.isString() && wanted.isNamed();
    return finding(
        "wrong-type",
        fault.at(),
        PlaceName.field(fault.at()) + " must be " + word(type) + ", not " + found(node),
        "write "
            + (named ? "name: " + Words.plain(node.stringValue()) : example(fault.at(), wanted)));
  }

  /** No value, or {@code null} and {@code ~}, which YAML reads as none. */
  private Diagnostic nothing(Fault fault, FieldSchema wanted) {
    String text = words.at(tree.places().value(fault.at())).orElse("");
    boolean quotable = wanted.text("type").equals("string") && NULL_WORDS.contains(text);
    if (quotable && !PlaceName.isIstioVersion(fault.at())) {
      return finding(
          "wrong-type",
          fault.at(),
          PlaceName.entry(fault.at(), text) + " is read as no value at all",
          "quote it: " + Words.quoted(text));
    }
    return finding(
        "wrong-type",
        fault.at(),
        PlaceName.field(fault.at()) + " is empty",
        "give it a value, or leave it out; for example " + example(fault.at(), wanted));
  }

  /** A word that is none of those that may stand there. */
  Diagnostic unknown(Fault fault, FieldSchema wanted) {
    List<String> choices = wanted.words();
    String value = fault.node().asString("");
    String field = PlaceName.field(fault.at());
    if (choices.size() == 1) {
      return finding(
          "wrong-document",
          fault.at(),
          field + " " + Words.quoted(value) + " is not one that Meshwright reads",
          "write " + field + ": " + choices.get(0));
    }
    return finding(
        "unknown-value",
        fault.at(),
        field + " cannot be " + Words.quoted(value),
        NearestName.suggest(value, choices) + "use one of " + String.join(", ", choices));
  }

  /** A value of the right kind that breaks a rule about its form or size. */
  Diagnostic invalid(Fault fault, FieldSchema wanted) {
    String field = PlaceName.field(fault.at());
    String help =
        PlaceName.isIstioVersion(fault.at())
            ? IstioReleases.instead(fault.node().asString(""))
            : "write " + wantedForm(wanted);
    return switch (fault.keyword()) {
      case "minimum", "maximum" ->
          invalid(
              fault,
              field + " " + fault.node().asString("") + " is out of range",
              "use " + wanted.text("minimum") + " to " + wanted.text("maximum"));
      case "minLength" -> invalid(fault, field + " is empty", help);
      case "maxLength" ->
          invalid(
              fault,
              field + " is too long: " + length(fault.node()) + " characters",
              "at most " + wanted.text("maxLength") + " characters are allowed");
      case "minItems" -> invalid(fault, field + " has no entry", "give it at least one");
      case "maxItems", "maxProperties" ->
          invalid(
              fault,
              field + " has " + fault.node().size() + " entries",
              "at most " + wanted.text(fault.keyword()) + " are allowed");
      default -> invalid(fault, notOfTheForm(fault, wanted), help);
    };
  }

  /** A key of a map of strings that is not of the form that keys have. */
  Diagnostic badKey(Fault fault, FieldSchema wanted) {
    return Diagnostic.error(
        "invalid-value",
        tree.places().key(fault.subject()),
        Words.quoted(fault.property()) + " is not " + noun(wanted),
        "write " + wantedForm(wanted));
  }

  private Diagnostic unquoted(Fault fault) {
    String text = words.at(tree.places().value(fault.at())).orElse(fault.node().asString(""));
    String value = fault.node().asString("");
    String kind = fault.node().isNumber() ? "number" : "boolean";
    String message =
        PlaceName.entry(fault.at(), Words.plain(text))
            + " is read as "
            + (text.equals(value) ? "a " + kind : "the " + kind + " " + value);
    if (!PlaceName.isIstioVersion(fault.at())) {
      return finding("wrong-type", fault.at(), message, "quote it: " + Words.quoted(text));
    }
    return finding("unquoted-version", fault.at(), message, IstioReleases.instead(text));
  }

  private static String notOfTheForm(Fault fault, FieldSchema wanted) {
    String value = fault.node().asString("");
    return value.isEmpty()
        ? PlaceName.field(fault.at()) + " is empty"
        : PlaceName.value(fault.at(), value) + " is not " + noun(wanted);
  }

  /** Returns {@code a DNS label}. */
  private static String noun(FieldSchema wanted) {
    String form = wantedForm(wanted);
    int colon = form.indexOf(": ");
    return colon < 0 ? form : form.substring(0, colon);
  }

  /** Returns {@code a DNS label: a-z, 0-9 and -, at most 63 characters}. */
  private static String wantedForm(FieldSchema wanted) {
    String form = wanted.text("$comment");
    return form.isEmpty() ? "some text" : form;
  }

  private static String example(Pointer at, FieldSchema wanted) {
    String example = ExampleText.of(wanted.example());
    boolean keyed = !PlaceName.field(at).equals(at.last());
    return keyed ? example : at.last() + ": " + example;
  }

  private static String word(String type) {
    return switch (type) {
      case "object" -> "a mapping";
      case "array" -> "a list";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      default -> "a string";
    };
  }

  private static String found(JsonNode node) {
    if (node.isObject()) {
      return "a mapping";
    }
    if (node.isArray()) {
      return "a list";
    }
    return node.isString()
        ? "the string " + Words.quoted(node.stringValue())
        : Words.plain(node.asString(""));
  }

  private static int length(JsonNode node) {
    String text = node.asString("");
    return text.codePointCount(0, text.length());
  }

  private Diagnostic invalid(Fault fault, String message, String help) {
    return finding("invalid-value", fault.at(), message, help);
  }

  private Diagnostic finding(String rule, Pointer at, String message, String help) {
    return Diagnostic.error(rule, tree.places().value(at), message, help);
  }
}
