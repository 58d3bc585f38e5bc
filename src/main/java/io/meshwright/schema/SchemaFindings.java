package io.meshwright.schema;

import com.networknt.schema.Error;
import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.NearestName;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Turns what the validator found into findings for people: one for each mistake. */
final class SchemaFindings {
  /** What says most about a value comes first; what follows from it is left out. */
  private static final List<String> ORDER =
      List.of("type", "enum", "additionalProperties", "required", "minLength", "maxLength");

  private static final Pointer DEFAULTS = new Pointer("/spec/defaults");
  private static final Pointer A_CLUSTER = new Pointer("/spec/clusters/0");
  private static final Set<String> HEADER = Set.of("/apiVersion", "/kind");

  private final SourceTree tree;
  private final FieldSchema schema;
  private final ValueFindings values;

  SchemaFindings(SourceTree tree, JsonNode schema) {
    this.tree = tree;
    this.schema = FieldSchema.root(schema);
    this.values = new ValueFindings(tree);
  }

  /** Returns a finding for each mistake behind {@code errors}, in the order of their places. */
  List<Diagnostic> of(List<Error> errors) {
    if (hasNoHead()) {
      String kind = schema.child("kind").example().asString();
      return List.of(
          Diagnostic.error(
              "wrong-document",
              tree.places().value(Pointer.ROOT),
              "this is no " + kind + ": it has neither apiVersion nor kind",
              "start it with apiVersion: meshwright.io/v1 and kind: " + kind));
    }
    List<Fault> faults = faults(errors);
    List<Diagnostic> findings = new ArrayList<>();
    for (Fault fault : faults) {
      if (!followsFromTypo(fault, faults)) {
        findings.add(finding(fault));
      }
    }
    findings.sort(null);
    return findings;
  }

  private boolean hasNoHead() {
    return tree.root().isObject() && !tree.root().has("apiVersion") && !tree.root().has("kind");
  }

  /** Returns the first fault of each place; of another kind of document only that it is one. */
  private static List<Fault> faults(List<Error> errors) {
    List<Fault> all = new ArrayList<>();
    for (Error error : errors) {
      all.add(Fault.of(error));
    }
    all.sort(Comparator.comparingInt(fault -> rank(fault.keyword())));
    List<Fault> first = new ArrayList<>();
    List<Fault> header = new ArrayList<>();
    Set<String> places = new HashSet<>();
    for (Fault fault : all) {
      if (places.add(fault.subject().value())) {
        first.add(fault);
        if (HEADER.contains(fault.subject().value()) && !fault.keyword().equals("required")) {
          header.add(fault);
        }
      }
    }
    return header.isEmpty() ? first : header;
  }

  private static int rank(String keyword) {
    int rank = ORDER.indexOf(keyword);
    return rank < 0 ? ORDER.size() : rank;
  }

  /** Returns whether a field is missing only because its name was misspelt. */
  private boolean followsFromTypo(Fault fault, List<Fault> faults) {
    if (!fault.keyword().equals("required")) {
      return false;
    }
    List<String> fields = schema.at(fault.at()).fields();
    for (Fault other : faults) {
      if (other.keyword().equals("additionalProperties")
          && other.at().equals(fault.at())
          && NearestName.of(other.property(), fields)
              .filter(fault.property()::equals)
              .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Diagnostic finding(Fault fault) {
    FieldSchema at = schema.at(fault.at());
    return switch (fault.keyword()) {
      case "additionalProperties" -> unknownField(fault, at);
      case "required" -> missingField(fault, at);
      case "propertyNames" -> values.badKey(fault, at.keys());
      case "enum" -> values.unknown(fault, at);
      case "type" -> values.wrongType(fault, at);
      default -> values.invalid(fault, at);
    };
  }

  private Diagnostic unknownField(Fault fault, FieldSchema at) {
    return Diagnostic.error(
        "unknown-field",
        tree.places().key(fault.subject()),
        "unknown field "
            + Words.quoted(fault.property())
            + " in "
            + PlaceName.mapping(tree.root(), fault.at()),
        whereItBelongs(fault, at));
  }

  private String whereItBelongs(Fault fault, FieldSchema at) {
    String field = fault.property();
    if (fault.at().equals(DEFAULTS) && schema.at(A_CLUSTER).fields().contains(field)) {
      return "it has no default: give it to each cluster";
    }
    return NearestName.of(field, at.fields())
        .map(near -> "did you mean " + Words.quoted(near) + "?")
        .or(() -> at.ownerOf(field).map(owner -> "it belongs under " + owner))
        .orElseGet(() -> "the fields here are " + String.join(", ", at.fields()));
  }

  private Diagnostic missingField(Fault fault, FieldSchema at) {
    return Diagnostic.error(
        "missing-field",
        tree.places().key(fault.at()),
        PlaceName.mapping(tree.root(), fault.at()) + " has no " + fault.property(),
        "add it, for example "
            + fault.property()
            + ": "
            + ExampleText.of(at.child(fault.property()).example()));
  }
}
