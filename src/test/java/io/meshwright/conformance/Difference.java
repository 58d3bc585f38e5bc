package io.meshwright.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A place at which an object of ours is not as Istio's own program writes it.
 *
 * @param object the object's kind and name
 * @param at the place in it, with the names of list items; empty for the whole object
 * @param theirs what Istio has there; absent where it has nothing
 * @param ours what we have there; absent where we have nothing
 */
record Difference(String object, String at, Optional<JsonNode> theirs, Optional<JsonNode> ours) {
  /** Compares all objects of both sides, by kind and name. */
  static List<Difference> between(List<JsonNode> theirs, List<JsonNode> ours) {
    List<Difference> found = new ArrayList<>();
    Map<String, JsonNode> left = byName(theirs);
    Map<String, JsonNode> right = byName(ours);
    for (String name : together(left, right)) {
      compare(
          name,
          "",
          Optional.ofNullable(left.get(name)),
          Optional.ofNullable(right.get(name)),
          found);
    }
    return found;
  }

  private static Map<String, JsonNode> byName(List<JsonNode> objects) {
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    for (JsonNode object : objects) {
      String name = object.path("kind").asString() + " " + object.at("/metadata/name").asString();
      if (byName.put(name, object) != null) {
        throw new IllegalArgumentException("twice: " + name);
      }
    }
    return byName;
  }

  private static void compare(
      String object,
      String at,
      Optional<JsonNode> theirs,
      Optional<JsonNode> ours,
      List<Difference> found) {
    Optional<Map<String, JsonNode>> left = theirs.flatMap(Difference::parts);
    Optional<Map<String, JsonNode>> right = ours.flatMap(Difference::parts);
    if (left.isEmpty() || right.isEmpty()) {
      if (!theirs.equals(ours)) {
        found.add(new Difference(object, at, theirs, ours));
      }
      return;
    }
    for (String key : together(left.get(), right.get())) {
      compare(
          object,
          at + "/" + key,
          Optional.ofNullable(left.get().get(key)),
          Optional.ofNullable(right.get().get(key)),
          found);
    }
  }

  private static Set<String> together(Map<String, JsonNode> left, Map<String, JsonNode> right) {
    Set<String> keys = new TreeSet<>(left.keySet());
    keys.addAll(right.keySet());
    return keys;
  }

  /** Returns the parts of a mapping, and of a list by name, port or number; a scalar has none. */
  private static Optional<Map<String, JsonNode>> parts(JsonNode node) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    node.properties().forEach(entry -> parts.put(entry.getKey(), entry.getValue()));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      JsonNode item = node.get(i);
      JsonNode name =
          item.path("name").isMissingNode() ? item.path("containerPort") : item.path("name");
      parts.put(name.asString(Integer.toString(i)), item);
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
  }
}
