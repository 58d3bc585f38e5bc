package io.meshwright.overlay;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.NearestName;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The fields of an IstioOperator that istioctl 1.24 and later know. With any other it refuses the
 * whole file, long after it was committed.
 */
final class OperatorFields {
  private static final String UNKNOWN = "unknown-field";

  private static final Map<Pointer, List<String>> KNOWN =
      Map.of(
          Pointer.ROOT,
          List.of("apiVersion", "kind", "metadata", "spec"),
          new Pointer("/spec"),
          List.of(
              "compatibilityVersion",
              "components",
              "hub",
              "installPackagePath",
              "meshConfig",
              "namespace",
              "profile",
              "revision",
              "tag",
              "unvalidatedValues",
              "values"),
          new Pointer("/spec/components"),
          List.of(
              "base",
              "cni",
              "egressGateways",
              "ingressGateways",
              "istiodRemote",
              "pilot",
              "ztunnel"));

  private OperatorFields() {}

  /** Returns a finding for every field of {@code overlay} that no IstioOperator has. */
  static List<Diagnostic> unknown(SourceTree overlay) {
    List<Diagnostic> found = new ArrayList<>();
    for (Map.Entry<Pointer, List<String>> known : KNOWN.entrySet()) {
      JsonNode mapping = overlay.root().at(known.getKey().value());
      for (Map.Entry<String, JsonNode> field : mapping.properties()) {
        if (!known.getValue().contains(field.getKey())) {
          Pointer at = known.getKey().child(field.getKey());
          found.add(unknown(overlay, at, known.getValue()));
        }
      }
    }
    return found;
  }

  private static Diagnostic unknown(SourceTree overlay, Pointer at, List<String> known) {
    Pointer parent = at.parent();
    return Diagnostic.error(
        UNKNOWN,
        overlay.places().key(at),
        "unknown field "
            + Words.quoted(at.last())
            + " in "
            + (parent.equals(Pointer.ROOT) ? "the IstioOperator" : Trees.path(parent)),
        NearestName.suggest(at.last(), known)
            + "istioctl refuses the whole file; known here: "
            + String.join(", ", known));
  }
}
