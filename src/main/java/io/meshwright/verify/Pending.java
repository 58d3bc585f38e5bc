package io.meshwright.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds the topology's word for an address that nobody knows yet where an address is needed. */
final class Pending {
  static final String WORD = "pending";

  /** The keys that hold addresses; elsewhere the word may be somebody's name. */
  private static final Set<String> ADDRESSES =
      Set.of(
          "ISTIOD_CUSTOM_HOST",
          "address",
          "externalIPs",
          "host",
          "injectionURL",
          "loadBalancerIP",
          "remotePilotAddress",
          "server",
          "sniHosts");

  private Pending() {}

  /** Returns the keys whose address is pending. */
  static List<String> keys(JsonNode tree) {
    List<String> keys = new ArrayList<>();
    collect(tree, "", keys);
    return keys;
  }

  private static void collect(JsonNode node, String key, List<String> keys) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        collect(entry.getValue(), entry.getKey(), keys);
      }
    } else if (node.isArray()) {
      node.forEach(item -> collect(item, key, keys));
    } else if (node.isString() && ADDRESSES.contains(key) && isPending(node.stringValue())) {
      keys.add(key);
    }
  }

  private static boolean isPending(String address) {
    return address.equals(WORD)
        || address.startsWith("https://pending:")
        || address.startsWith("https://pending/");
  }
}
