package io.meshwright.plan.documents;

import io.meshwright.source.SourceTree;
import io.meshwright.yaml.PlainTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a user's own operator files say to istiod's chart: a later file wins, and in a file the
 * unvalidated values do (operator/pkg/component/component.go at 1.5.10).
 */
final class ChartValues {
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, Object> meshConfig = new LinkedHashMap<>();

  private ChartValues() {}

  static ChartValues of(List<SourceTree> overlays) {
    ChartValues chart = new ChartValues();
    for (SourceTree overlay : overlays) {
      JsonNode spec = overlay.root().path("spec");
      chart.component(spec, "policy");
      chart.component(spec, "telemetry");
      PlainTree.merge(chart.values, PlainTree.mapping(spec.path("values")));
      PlainTree.merge(chart.meshConfig, PlainTree.mapping(spec.path("meshConfig")));
    }
    for (SourceTree overlay : overlays) {
      JsonNode spec = overlay.root().path("spec");
      PlainTree.merge(chart.values, PlainTree.mapping(spec.path("unvalidatedValues")));
    }
    return chart;
  }

  /** Mixer's components are switched by the spec or by values alike. */
  private void component(JsonNode spec, String name) {
    JsonNode enabled = spec.path("components").path(name).path("enabled");
    if (enabled.isBoolean()) {
      PlainTree.merge(
          values, Map.of("mixer", Map.of(name, Map.of("enabled", enabled.booleanValue()))));
    }
  }

  /** Returns the user's settings for the mesh, with those among the values, which win. */
  Map<String, Object> meshConfig() {
    Map<String, Object> merged = new LinkedHashMap<>(meshConfig);
    at("meshConfig").ifPresent(more -> PlainTree.merge(merged, asMap(more)));
    return withoutNulls(merged);
  }

  /** A key without a value leaves the chart's own. */
  private static Map<String, Object> withoutNulls(Map<String, Object> mapping) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : mapping.entrySet()) {
      Object value = entry.getValue();
      if (value instanceof Map<?, ?>) {
        plain.put(entry.getKey(), withoutNulls(asMap(value)));
      } else if (value != null) {
        plain.put(entry.getKey(), value);
      }
    }
    return plain;
  }

  /** Returns what stands at {@code path}, its keys joined by dots. */
  Optional<Object> at(String path) {
    Object found = values;
    for (String key : path.split("\\.", -1)) {
      found = found instanceof Map<?, ?> map ? map.get(key) : null;
      if (found == null) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /** Returns what stands at {@code path}, or {@code otherwise}. */
  Object at(String path, Object otherwise) {
    return at(path).orElse(otherwise);
  }

  /** Returns whether {@code path} is true, or {@code otherwise} where it is not set. */
  boolean isTrue(String path, boolean otherwise) {
    return at(path, otherwise).equals(true);
  }

  /** Returns the text at {@code path}; empty where there is none, or an empty one. */
  String text(String path) {
    return at(path).map(Object::toString).orElse("");
  }

  /** Returns the mapping at {@code path}; an empty one where there is none. */
  Map<String, Object> mapping(String path) {
    return asMap(at(path, Map.of()));
  }

  @SuppressWarnings("unchecked") // keys of YAML mappings are strings
  private static Map<String, Object> asMap(Object value) {
    return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
  }
}
