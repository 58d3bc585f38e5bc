package io.meshwright.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the laboratory says of a mesh.
 *
 * @param tree the verdict
 */
record LabVerdict(JsonNode tree) {
  /** Returns the pairs that fail and where, as {@code client → server: hop}. */
  List<String> red() {
    List<String> red = new ArrayList<>();
    for (JsonNode pair : tree.path("paths")) {
      if (!pair.path("ok").asBoolean(false)) {
        red.add(name(pair) + ": " + pair.path("hop").asString("none"));
      }
    }
    return red;
  }

  /** Returns why pairs fail. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    tree.path("paths").forEach(pair -> reasons.add(pair.path("why").asString("")));
    reasons.removeIf(String::isEmpty);
    return reasons;
  }

  /** Returns what else is wrong: what could not be applied, ran, or was refused by a proxy. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    tree.path("errors").forEach(error -> complaints.add(error.asString("")));
    tree.path("notes").forEach(note -> complaints.add(note.asString("")));
    for (Map.Entry<String, JsonNode> cluster : tree.path("clusters").properties()) {
      JsonNode state = cluster.getValue();
      for (String trouble : List.of("not_ready", "denied")) {
        state
            .path(trouble)
            .properties()
            .forEach(pod -> complaints.add(cluster.getKey() + ": " + trouble + " " + pod));
      }
      state
          .path("istiods")
          .forEach(istiod -> complaints.addAll(complaints(cluster.getKey(), istiod)));
    }
    return complaints;
  }

  private static List<String> complaints(String cluster, JsonNode istiod) {
    List<String> complaints = new ArrayList<>();
    if (istiod.path("nacks").asInt(0) > 0) {
      complaints.add(cluster + ": rejected push " + istiod.path("last_nack"));
    }
    for (Map.Entry<String, JsonNode> seen : istiod.path("clusters").properties()) {
      if (!seen.getValue().asString("").equals("synced")) {
        complaints.add(cluster + ": istiod sees " + seen);
      }
    }
    return complaints;
  }

  /** Returns the revision that injected each pod with a proxy in a cluster. */
  SortedMap<String, String> injected(String cluster) {
    SortedMap<String, String> injected = new TreeMap<>();
    tree.path("clusters")
        .path(cluster)
        .path("injected")
        .properties()
        .forEach(pod -> injected.put(pod.getKey(), pod.getValue().asString("")));
    return injected;
  }

  /** Returns the addresses through which each pair's requests went. */
  SortedMap<String, List<String>> endpoints() {
    return lists("endpoints");
  }

  /** Returns these addresses with the number of requests that went through each. */
  SortedMap<String, List<String>> through() {
    return lists("through");
  }

  /** Returns how the servers knew their clients. */
  SortedMap<String, List<String>> callers() {
    return lists("caller");
  }

  private SortedMap<String, List<String>> lists(String key) {
    SortedMap<String, List<String>> lists = new TreeMap<>();
    for (JsonNode pair : tree.path("paths")) {
      List<String> list = new ArrayList<>();
      pair.path(key).forEach(value -> list.add(value.asString("")));
      lists.put(name(pair), list);
    }
    return lists;
  }

  private static String name(JsonNode pair) {
    return pair.path("from").asString("") + " → " + pair.path("to").asString("");
  }
}
