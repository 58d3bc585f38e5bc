package io.meshwright.overlay;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.diagnostic.Outcome;
import io.meshwright.plan.documents.IstioOperator;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Merges a user's own IstioOperator files under what Meshwright decides. */
public final class OverlayMerger {
  /** The id of the finding about a key that the topology decides. */
  public static final String CLASH = "overlay-clash";

  /** The id of the finding about a file that is no IstioOperator. */
  public static final String NOT_AN_OPERATOR = "overlay-not-an-istio-operator";

  private static final String API_VERSION = "install.istio.io/v1alpha1";
  private static final String KIND = "IstioOperator";

  private OverlayMerger() {}

  /**
   * Returns the merged operator, or a finding for every key of an overlay that the topology
   * decides. A later overlay wins over an earlier one.
   *
   * @param operator what is decided
   * @param decided the same, as rendered and parsed back
   * @param overlays the user's files, in the order of merging
   */
  public static Outcome<MergedOperator> merge(
      IstioOperator operator, SourceTree decided, List<SourceTree> overlays) {
    Map<String, Object> document = Trees.mapping(decided.root());
    Map<String, Object> own = new LinkedHashMap<>();
    List<Diagnostic> found = new ArrayList<>();
    for (SourceTree overlay : overlays) {
      if (isOperator(overlay, found)) {
        found.addAll(OperatorFields.unknown(overlay));
        compare(overlay, overlay.root(), Optional.of(decided.root()), Pointer.ROOT, found);
        compareVariables(overlay, found);
        Trees.mergeOver(own, Trees.mapping(overlay.root()));
      }
    }
    Trees.mergeUnder(document, own);
    return Outcome.of(new MergedOperator(operator, document), found);
  }

  private static boolean isOperator(SourceTree overlay, List<Diagnostic> found) {
    // one finding is enough: a file of another kind has another apiVersion, too
    return says(overlay, "apiVersion", API_VERSION, found) && says(overlay, "kind", KIND, found);
  }

  private static boolean says(
      SourceTree overlay, String key, String wanted, List<Diagnostic> found) {
    JsonNode value = overlay.root().get(key);
    if (value != null && value.isString() && value.asString().equals(wanted)) {
      return true;
    }
    found.add(
        Diagnostic.error(
            NOT_AN_OPERATOR,
            overlay.places().value(Pointer.ROOT.child(key)),
            "this file is named as an overlay, but its " + key + " is not " + wanted,
            "begin it with apiVersion: " + API_VERSION + " and kind: " + KIND));
    return false;
  }

  private static void compare(
      SourceTree overlay,
      JsonNode mine,
      Optional<JsonNode> decided,
      Pointer at,
      List<Diagnostic> found) {
    String decidedBy = DecidedKeys.decidedBy(at);
    if (mine.isObject() && decided.map(JsonNode::isObject).orElse(decidedBy.isEmpty())) {
      for (Map.Entry<String, JsonNode> entry : mine.properties()) {
        compare(
            overlay,
            entry.getValue(),
            decided.map(node -> node.get(DecidedKeys.counterpart(at, entry.getKey()))),
            at.child(entry.getKey()),
            found);
      }
      return;
    }
    if (decided.map(node -> !node.equals(mine)).orElse(!decidedBy.isEmpty())) {
      found.add(clash(overlay, mine, decided, at));
    }
  }

  /** The operator's own way to set what spec.values.pilot.env sets, too: the chart writes both. */
  private static void compareVariables(SourceTree overlay, List<Diagnostic> found) {
    Pointer at = new Pointer("/spec/components/pilot/k8s/env");
    JsonNode variables = overlay.root().at(at.value());
    for (int i = 0; i < variables.size(); i++) {
      String name = variables.get(i).path("name").asString("");
      String decidedBy = DecidedKeys.variableDecidedBy(name);
      if (!decidedBy.isEmpty()) {
        found.add(
            Diagnostic.error(
                CLASH,
                overlay.places().value(at.child(i).child("name")),
                Trees.path(at) + " sets " + name + ", which only the topology decides",
                "take it out of the overlay; " + decidedBy + " in the topology decides it"));
      }
    }
  }

  private static Diagnostic clash(
      SourceTree overlay, JsonNode mine, Optional<JsonNode> decided, Pointer at) {
    String decidedBy = DecidedKeys.decidedBy(at);
    return Diagnostic.error(
        CLASH,
        overlay.places().value(at),
        Trees.path(at)
            + " is "
            + Trees.words(mine)
            + " here, but the topology "
            + decided
                .map(node -> "makes it " + Trees.words(node))
                .orElse("leaves it out of this cluster"),
        "take it out of the overlay"
            + (decidedBy.isEmpty() ? "" : "; " + decidedBy + " in the topology decides it"));
  }
}
