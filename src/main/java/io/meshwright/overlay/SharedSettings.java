package io.meshwright.overlay;

import io.meshwright.diagnostic.Diagnostic;
import io.meshwright.istio.IstioVersion;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceMap;
import io.meshwright.source.SourceTree;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks the mesh's settings in a topology like those in an overlay. */
public final class SharedSettings {
  private static final Pointer IN_TOPOLOGY = new Pointer("/spec/mesh/config");
  private static final Pointer IN_OVERLAY = new Pointer("/spec/meshConfig");

  private SharedSettings() {}

  /**
   * Returns a finding for every setting that one of {@code versions} does not take or does not
   * read, a place and a mistake once.
   */
  public static List<Diagnostic> check(SourceTree topology, Collection<IstioVersion> versions) {
    JsonNode config = topology.root().at(IN_TOPOLOGY.value());
    if (!config.isObject()) {
      return List.of();
    }
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.withObject("spec").set("meshConfig", config);
    SourceMap.Builder places = new SourceMap.Builder();
    places.value(Pointer.ROOT, topology.places().value(IN_TOPOLOGY));
    copy(config, IN_TOPOLOGY, IN_OVERLAY, topology.places(), places);
    SourceTree overlay = new SourceTree(topology.text(), root, places.build());
    Map<String, Diagnostic> found = new LinkedHashMap<>();
    for (IstioVersion version : versions) {
      for (Diagnostic finding : OverlayKeys.check(overlay, version).values()) {
        found.putIfAbsent(finding.rule() + " " + finding.location(), inTopology(finding));
      }
    }
    return List.copyOf(found.values());
  }

  /** Names the place as the topology has it. */
  private static Diagnostic inTopology(Diagnostic finding) {
    return new Diagnostic(
        finding.rule(),
        finding.severity(),
        finding.location(),
        finding.message().replace(words(IN_OVERLAY), words(IN_TOPOLOGY)),
        finding.help().replace(words(IN_OVERLAY), words(IN_TOPOLOGY)));
  }

  private static String words(Pointer pointer) {
    return pointer.value().substring(1).replace('/', '.');
  }

  private static void copy(
      JsonNode node, Pointer from, Pointer to, SourceMap places, SourceMap.Builder copied) {
    copied.key(to, places.key(from));
    copied.value(to, places.value(from));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      copy(node.path(i), from.child(i), to.child(i), places, copied);
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Pointer inside = from.child(entry.getKey());
      copy(entry.getValue(), inside, to.child(entry.getKey()), places, copied);
    }
  }
}
