package io.meshwright.overlay;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.NearestName;
import io.meshwright.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Finds registries in an overlay's networks that istiod does not have. */
final class Registries {
  /** Where istiod's networks are, in every release since 1.5. */
  static final Pointer MESH_NETWORKS = new Pointer("/spec/values/global/meshNetworks");

  private static final String UNKNOWN = "unknown-registry";
  private static final String FROM_REGISTRY = "fromRegistry";

  private final SourceTree overlay;
  private final List<String> registries;
  private final Map<Pointer, Diagnostic> found = new LinkedHashMap<>();

  private Registries(SourceTree overlay, List<String> registries) {
    this.overlay = overlay;
    this.registries = registries;
  }

  /** Returns a finding, by its place, for every registry that is none of {@code registries}. */
  static Map<Pointer, Diagnostic> check(SourceTree overlay, List<String> registries) {
    Registries check = new Registries(overlay, registries);
    check.walk(overlay.root().at(MESH_NETWORKS.value()), MESH_NETWORKS);
    return check.found;
  }

  private void walk(JsonNode node, Pointer at) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      walk(node.get(i), at.child(i));
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Pointer inside = at.child(entry.getKey());
      JsonNode value = entry.getValue();
      if (!entry.getKey().equals(FROM_REGISTRY)) {
        walk(value, inside);
      } else if (value.isValueNode() && !registries.contains(value.asString(""))) {
        found.put(inside, unknown(inside, value.asString("")));
      }
    }
  }

  private Diagnostic unknown(Pointer at, String name) {
    return Diagnostic.error(
        UNKNOWN,
        overlay.places().value(at),
        "no registry of istiod is called " + Words.quoted(name),
        NearestName.suggest(name, registries)
            + "istiod matches this name literally with the key of a remote Secret, and leaves the"
            + " endpoints of others out; it has "
            + Words.list(registries));
  }
}
