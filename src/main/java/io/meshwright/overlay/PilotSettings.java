package io.meshwright.overlay;

import io.meshwright.istio.IstiodChart;
import io.meshwright.yaml.PlainTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an IstioOperator says of istiod's own objects, as far as istiod's chart has values for it;
 * the rest is a finding of its own. istioctl patches what the chart made, by a strategic merge
 * (operator/pkg/render/postprocess.go), so that lists and mappings add to what is there.
 */
final class PilotSettings {
  private static final String ENV = "env";

  private PilotSettings() {}

  /** Merges what {@code components} say of istiod into the values of the charts. */
  static void merge(Map<String, Object> components, Map<String, Object> values) {
    Map<String, Object> pilot = new LinkedHashMap<>();
    Map<String, Object> settings = Trees.mapping(Trees.mapping(components.get("pilot")).get("k8s"));
    settings.forEach(
        (key, value) -> {
          if (IstiodChart.SETTINGS.contains(key)) {
            pilot.put(key, key.equals(ENV) ? variables(value) : value);
          }
        });
    if (!pilot.isEmpty()) {
      PlainTree.merge(values, Map.of("pilot", pilot));
    }
  }

  /** A list of names with values, as a mapping. */
  private static Map<String, Object> variables(Object list) {
    Map<String, Object> variables = new LinkedHashMap<>();
    for (Object each : list instanceof List<?> items ? items : List.of()) {
      Map<String, Object> variable = Trees.mapping(each);
      Object value = variable.get("value");
      variables.put(String.valueOf(variable.get("name")), value == null ? "" : value);
    }
    return variables;
  }
}
