package io.meshwright.lint.rules;

import io.meshwright.facts.MeshFacts;
import io.meshwright.lint.Findings;
import io.meshwright.lint.LintRule;
import io.meshwright.source.Pointer;
import io.meshwright.source.SourceTree;
import io.meshwright.text.Words;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Environment variables, labels and annotations of an overlay are strings. */
public final class UnquotedEnvValue implements LintRule {
  // The chart compares this one with a boolean: istio-discovery/templates/deployment.yaml.
  private static final String BOOLEAN_IN_CHART = "ENABLE_CLUSTER_TRUST_BUNDLE_API";
  private static final Set<String> STRINGS =
      Set.of(
          "annotations",
          "env",
          "label",
          "labels",
          "matchLabels",
          "nodeSelector",
          "podAnnotations",
          "podLabels",
          "proxyMetadata",
          "serviceAnnotations");

  @Override
  public String id() {
    return "unquoted-env-value";
  }

  @Override
  public void check(MeshFacts mesh, Findings findings) {
    for (NamedOverlay overlay : NamedOverlay.of(mesh, facts -> true)) {
      walk(overlay.tree(), overlay.tree().root(), Pointer.ROOT, findings);
    }
  }

  private static void walk(SourceTree overlay, JsonNode node, Pointer at, Findings findings) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      walk(overlay, node.get(i), at.child(i), findings);
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Pointer inside = at.child(entry.getKey());
      JsonNode value = entry.getValue();
      if (STRINGS.contains(entry.getKey()) && value.isObject()) {
        for (Map.Entry<String, JsonNode> string : value.properties()) {
          Pointer place = inside.child(string.getKey());
          check(overlay, string.getKey(), string.getValue(), place, findings);
        }
      } else if (entry.getKey().equals("env") && value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          JsonNode variable = value.get(i);
          String name = variable.path("name").asString("");
          check(overlay, name, variable.path("value"), inside.child(i).child("value"), findings);
        }
      } else {
        walk(overlay, value, inside, findings);
      }
    }
  }

  private static void check(
      SourceTree overlay, String name, JsonNode value, Pointer at, Findings findings) {
    if ((value.isNumber() || value.isBoolean()) && !name.equals(BOOLEAN_IN_CHART)) {
      findings.in(
          overlay,
          at,
          Words.quoted(name)
              + " must be a string, and "
              + value.asString()
              + " is a "
              + (value.isNumber() ? "number" : "boolean"),
          "put it in quotes: \"" + value.asString() + "\"");
    }
  }
}
