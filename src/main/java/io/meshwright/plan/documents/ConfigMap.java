package io.meshwright.plan.documents;

import io.meshwright.plan.Document;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A ConfigMap that holds documents.
 *
 * @param layer the layer in which it is applied
 * @param fileName the file's name
 * @param namespace the system namespace
 * @param name its name
 * @param data its documents by key, sorted
 */
public record ConfigMap(
    Layer layer, String fileName, String namespace, String name, Map<String, Document> data)
    implements Manifest {
  public ConfigMap {
    data = Collections.unmodifiableMap(new TreeMap<>(data));
  }

  @Override
  public String template() {
    return "config-map.yaml.ftl";
  }

  @Override
  public Identity identity() {
    return Identity.of("v1", "ConfigMap", namespace, name);
  }
}
