package io.meshwright.plan.documents;

import io.meshwright.plan.ChartRelease;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values that a release gives to its chart.
 *
 * @param release the release
 * @param values the values, in the order of writing
 */
public record ReleaseValues(ChartRelease release, Map<String, Object> values) implements Manifest {
  static final String TEMPLATE = "release-values.yaml.ftl";

  public ReleaseValues {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static String schema(ChartRelease release) {
    return release.chart() + ".values";
  }

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public Layer layer() {
    return Layer.CONTROL_PLANE;
  }

  @Override
  public String fileName() {
    return release.valuesFile();
  }

  @Override
  public Identity identity() {
    return Identity.NONE;
  }

  @Override
  public String schema() {
    return schema(release);
  }
}
