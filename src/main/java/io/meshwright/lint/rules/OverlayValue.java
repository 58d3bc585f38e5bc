package io.meshwright.lint.rules;

import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A value of a user's overlay.
 *
 * @param node the value
 * @param at where the overlay has it
 */
record OverlayValue(JsonNode node, Pointer at) {
  /** Returns the value that {@code keys} lead to, below {@code spec.values}. */
  static Optional<OverlayValue> of(SourceTree overlay, String... keys) {
    JsonNode node = overlay.root().path("spec").path("values");
    Pointer at = Pointer.ROOT.child("spec").child("values");
    for (String key : keys) {
      node = node.path(key);
      at = at.child(key);
    }
    return node.isMissingNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(new OverlayValue(node, at));
  }

  /** Returns where an overlay has the ingress gateway let remotes in to istiod. */
  static Optional<OverlayValue> meshExpansion(SourceTree overlay) {
    return of(overlay, "global", "meshExpansion", "enabled")
        .filter(value -> value.text().equals("true"));
  }

  /** Returns a scalar's text; empty for a mapping or a sequence. */
  String text() {
    return node.isValueNode() ? node.asString() : "";
  }
}
