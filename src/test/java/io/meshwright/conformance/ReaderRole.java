package io.meshwright.conformance;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.Installer;
import io.meshwright.Tool;
import io.meshwright.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What Istio lets the reader of another cluster do.
 *
 * @param objects the account, its role and its binding, as istioctl makes them
 */
record ReaderRole(List<JsonNode> objects) {
  private static final String READER = "name: istio-reader-";

  /** Returns those that {@code installer} makes of a rendered overlay. */
  static ReaderRole of(Installer installer, Path overlay) throws IOException, InterruptedException {
    Tool.Run run = installer.tool().run("manifest", "generate", "-f", overlay.toString());
    assertEquals(0, run.exit(), run::error);
    List<JsonNode> objects = new ArrayList<>();
    for (String document : run.out().split("(?m)^---$", -1)) {
      if (document.contains("\n  " + READER)) {
        objects.addAll(Trees.readAll(document));
      }
    }
    assertEquals(
        Set.of("ClusterRole", "ClusterRoleBinding", "ServiceAccount"),
        objects.stream().map(object -> object.path("kind").asString()).collect(toSet()));
    return new ReaderRole(objects);
  }

  /** Returns the objects as kubectl takes them. */
  String text() {
    return "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": " + objects + "}";
  }

  /** Returns whether a rule names {@code verb} and {@code resource}, such as {@code pods.apps}. */
  boolean allows(String verb, String resource) {
    String name = resource.split("\\.", -1)[0];
    String group = resource.equals(name) ? "" : resource.substring(name.length() + 1);
    for (JsonNode object : objects) {
      for (JsonNode rule : object.path("rules")) {
        if (names(rule, "apiGroups", group)
            && names(rule, "resources", name)
            && names(rule, "verbs", verb)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean names(JsonNode rule, String field, String word) {
    return rule.path(field)
        .valueStream()
        .map(JsonNode::asString)
        .anyMatch(named -> named.equals(word) || named.equals("*"));
  }
}
