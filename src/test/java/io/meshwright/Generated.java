package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What an installer makes of one file.
 *
 * @param objects the objects, without the definitions of resources
 */
public record Generated(List<JsonNode> objects) {
  /** Reads what an installer printed. */
  public static Generated of(String stream) {
    List<JsonNode> objects = new ArrayList<>();
    for (String document : stream.split("(?m)^---$", -1)) {
      if (!document.contains("\nkind: CustomResourceDefinition")) {
        objects.addAll(Trees.readAll(document));
      }
    }
    return new Generated(objects);
  }

  /** Returns the object of that kind and name. */
  public JsonNode one(String kind, String name) {
    List<JsonNode> found =
        all(kind).stream().filter(o -> o.at("/metadata/name").asString("").equals(name)).toList();
    assertEquals(1, found.size(), () -> kind + " " + name + " among " + names());
    return found.get(0);
  }

  /** Returns all objects of a kind. */
  public List<JsonNode> all(String kind) {
    return objects.stream().filter(o -> o.path("kind").asString("").equals(kind)).toList();
  }

  /** Returns the kinds and names of all. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    objects.forEach(o -> names.add(o.path("kind") + " " + o.at("/metadata/name")));
    return names;
  }

  /** Returns the environment of a Deployment's containers. */
  public static Map<String, String> env(JsonNode deployment) {
    Map<String, String> env = new TreeMap<>();
    for (JsonNode container : deployment.at("/spec/template/spec/containers")) {
      for (JsonNode variable : container.path("env")) {
        env.put(variable.path("name").stringValue(), variable.path("value").asString(""));
      }
    }
    return env;
  }

  /** Returns the pods' ports by those of the Service. */
  public static Map<Integer, Integer> targets(JsonNode service) {
    Map<Integer, Integer> targets = new TreeMap<>();
    for (JsonNode port : service.at("/spec/ports")) {
      int number = port.path("port").intValue();
      targets.put(number, port.path("targetPort").asInt(number));
    }
    return targets;
  }
}
