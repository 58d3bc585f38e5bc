package io.meshwright.overlay;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compares one overlay with what the topology decides. */
final class OverlayCheck {
  private static final String API_VERSION = "install.istio.io/v1alpha1";
  private static final String KIND = "IstioOperator";

  private final SourceTree overlay;
  private final Optional<JsonNode> decided;
  private final List<Diagnostic> found = new ArrayList<>();

  private OverlayCheck(SourceTree overlay, Optional<JsonNode> decided) {
    this.overlay = overlay;
    this.decided = decided;
  }

  /**
   * Returns what is wrong with {@code overlay}.
   *
   * @param decided the operator without it; empty while the operator waits for a value
   */
  static List<Diagnostic> of(SourceTree overlay, Optional<JsonNode> decided) {
    OverlayCheck check = new OverlayCheck(overlay, decided);
    // one finding is enough: a file of another kind has another apiVersion, too
    if (check.says("apiVersion", API_VERSION) && check.says("kind", KIND)) {
      check.found.addAll(OperatorFields.unknown(overlay));
      check.compare(overlay.root(), Pointer.ROOT);
      check.compareVariables();
    }
    return check.found;
  }

  private boolean says(String key, String wanted) {
    JsonNode value = overlay.root().get(key);
    if (value != null && value.isString() && value.asString().equals(wanted)) {
      return true;
    }
    found.add(
        Diagnostic.error(
            OverlayMerger.NOT_AN_OPERATOR,
            overlay.places().value(Pointer.ROOT.child(key)),
            "this file is named as an overlay, but its " + key + " is not " + wanted,
            "begin it with apiVersion: " + API_VERSION + " and kind: " + KIND));
    return false;
  }

  private void compare(JsonNode mine, Pointer at) {
    Optional<JsonNode> theirs = decidedAt(DecidedKeys.canonical(at));
    boolean owned = !DecidedKeys.decidedBy(at).isEmpty();
    if (mine.isObject() && theirs.map(JsonNode::isObject).orElse(!owned)) {
      for (Map.Entry<String, JsonNode> entry : mine.properties()) {
        compare(entry.getValue(), at.child(entry.getKey()));
      }
    } else if (theirs.map(node -> !node.equals(mine)).orElse(owned)) {
      found.add(clash(Trees.path(at), mine, theirs, at, DecidedKeys.decidedBy(at)));
    }
  }

  /** The operator's own way to set what spec.values.pilot.env sets, too: the chart writes both. */
  private void compareVariables() {
    Pointer at = new Pointer("/spec/components/pilot/k8s/env");
    JsonNode variables = overlay.root().at(at.value());
    for (int i = 0; i < variables.size(); i++) {
      String name = variables.get(i).path("name").asString("");
      Pointer variable = DecidedKeys.variable(name);
      String decidedBy = DecidedKeys.decidedBy(variable);
      if (!decidedBy.isEmpty()) {
        found.add(
            clash(
                Trees.path(at) + "." + name,
                variables.get(i).path("value"),
                decidedAt(DecidedKeys.canonical(variable)),
                at.child(i).child("name"),
                decidedBy));
      }
    }
  }

  private Optional<JsonNode> decidedAt(Pointer pointer) {
    return decided.map(root -> root.at(pointer.value())).filter(node -> !node.isMissingNode());
  }

  private Diagnostic clash(
      String path, JsonNode mine, Optional<JsonNode> theirs, Pointer at, String decidedBy) {
    return Diagnostic.error(
        OverlayMerger.CLASH,
        overlay.places().value(at),
        path
            + " is "
            + Trees.words(mine)
            + " here, but "
            + theirs
                .map(node -> "the topology makes it " + Trees.words(node))
                .orElse("only the topology decides it"),
        "take it out of the overlay"
            + (decidedBy.isEmpty() ? "" : "; " + decidedBy + " in the topology decides it"));
  }
}
