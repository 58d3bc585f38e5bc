package io.meshwright.conformance;

import io.meshwright.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares what two installers make of one topology. */
final class InstalledObjects {
  /** istiod leaves such a pod's low ports alone, which a gateway between networks has none of. */
  private static final String UNPRIVILEGED = "ISTIO_META_UNPRIVILEGED_POD";

  private InstalledObjects() {}

  /** Returns the differences between the objects of each namespace, and of the whole cluster. */
  static List<Difference> between(List<JsonNode> theirs, List<JsonNode> ours) {
    List<Difference> found = new ArrayList<>();
    SortedMap<String, List<JsonNode>> left = byNamespace(theirs);
    SortedMap<String, List<JsonNode>> right = byNamespace(ours);
    left.keySet().forEach(namespace -> right.putIfAbsent(namespace, List.of()));
    right.forEach(
        (namespace, objects) ->
            found.addAll(Difference.between(left.getOrDefault(namespace, List.of()), objects)));
    return found;
  }

  private static SortedMap<String, List<JsonNode>> byNamespace(List<JsonNode> objects) {
    SortedMap<String, List<JsonNode>> byNamespace = new TreeMap<>();
    for (JsonNode object : objects) {
      byNamespace
          .computeIfAbsent(
              object.at("/metadata/namespace").asString(""), namespace -> new ArrayList<>())
          .add(tidied(opened(object)));
    }
    return byNamespace;
  }

  /** Reads the documents that a ConfigMap holds as text. */
  private static JsonNode opened(JsonNode object) {
    JsonNode copy = object.deepCopy();
    if (object.path("kind").asString("").equals("ConfigMap")
        && copy.path("data") instanceof ObjectNode data) {
      for (Map.Entry<String, JsonNode> entry : object.path("data").properties()) {
        JsonNode read = Trees.read(entry.getValue().asString(""));
        if (read.isContainer()) {
          data.set(entry.getKey(), read);
        }
      }
    }
    return copy;
  }

  /** Leaves out what is empty, as Kubernetes does. */
  private static JsonNode tidied(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        JsonNode value = tidied(entry.getValue());
        if (!value.isNull() && !(value.isContainer() && value.isEmpty())) {
          copy.set(entry.getKey(), value);
        }
      }
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      for (JsonNode item : node) {
        if (!item.path("name").asString("").equals(UNPRIVILEGED)) {
          copy.add(tidied(item));
        }
      }
      return copy;
    }
    return node;
  }
}
