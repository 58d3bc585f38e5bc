package io.meshwright.schema;

import io.meshwright.source.Pointer;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Names places of a topology as people call them. */
final class PlaceName {
  private PlaceName() {}

  /** Returns what a field is called: its key, or whose entry it is. */
  static String field(Pointer pointer) {
    if (pointer.value().isEmpty()) {
      return "the topology";
    }
    if (isIndex(pointer)) {
      return "an entry of " + Words.plain(pointer.parent().last());
    }
    return Words.plain(pointer.last());
  }

  /** Returns a field with its value as it is written: {@code version: 1.30}. */
  static String entry(Pointer pointer, String text) {
    return isIndex(pointer)
        ? text + " in " + Words.plain(pointer.parent().last())
        : Words.plain(pointer.last()) + ": " + text;
  }

  /** Returns a field with its value in quotes: {@code id "A_B"}. */
  static String value(Pointer pointer, String text) {
    return isIndex(pointer)
        ? Words.quoted(text) + " in " + Words.plain(pointer.parent().last())
        : Words.plain(pointer.last()) + " " + Words.quoted(text);
  }

  /** Returns whether the field names a release of Istio. */
  static boolean isIstioVersion(Pointer pointer) {
    String path = pointer.value();
    return path.endsWith("/istio/version") || path.endsWith("/canary/version");
  }

  /**
   * Returns how a mapping is called: {@code spec.istio}, {@code cluster "alpha"}, {@code
   * eastWest.service of cluster "alpha"}.
   */
  static String mapping(JsonNode root, Pointer pointer) {
    String path = "";
    String owner = "";
    JsonNode node = root;
    for (Pointer step : steps(pointer)) {
      if (isIndex(step) && node.isArray()) {
        int index = Integer.parseInt(step.last());
        node = node.path(index);
        owner = entry(path, step.parent().last(), index, node.path("name")) + of(owner);
        path = "";
      } else {
        node = node.path(step.last());
        path = (path.isEmpty() ? "" : path + ".") + Words.plain(step.last());
      }
    }
    if (path.isEmpty()) {
      return owner.isEmpty() ? "the topology" : owner;
    }
    return path + of(owner);
  }

  private static String entry(String path, String list, int index, JsonNode name) {
    String which =
        name.isString() && !name.stringValue().isEmpty()
            ? Words.quoted(name.stringValue())
            : "number " + (index + 1);
    return switch (list) {
      case "clusters" -> "cluster " + which;
      case "networks" -> "network " + which;
      default -> "entry " + (index + 1) + " of " + path;
    };
  }

  private static String of(String owner) {
    return owner.isEmpty() ? "" : " of " + owner;
  }

  private static List<Pointer> steps(Pointer pointer) {
    List<Pointer> steps = new ArrayList<>();
    for (Pointer step = pointer; !step.value().isEmpty(); step = step.parent()) {
      steps.add(step);
    }
    Collections.reverse(steps);
    return steps;
  }

  private static boolean isIndex(Pointer pointer) {
    String last = pointer.last();
    return !last.isEmpty() && last.length() < 9 && last.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
