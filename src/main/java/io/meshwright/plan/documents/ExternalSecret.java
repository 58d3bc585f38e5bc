package io.meshwright.plan.documents;

import io.meshwright.model.SecretStore;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.List;

/**
 * The reference to what a store keeps: the External Secrets Operator makes the Secret of it.
 *
 * @param name the Secret's name, and the ExternalSecret's
 * @param namespace its namespace
 * @param store the store
 * @param path the place in the store
 * @param values what the Secret gets from there
 */
public record ExternalSecret(
    String name, String namespace, SecretStore store, String path, List<Value> values)
    implements Manifest {
  static final String API_VERSION = "external-secrets.io/v1";
  static final String KIND = "ExternalSecret";

  /**
   * One value.
   *
   * @param key its key in the Secret
   * @param property its name at the place in the store
   */
  public record Value(String key, String property) {}

  public ExternalSecret {
    values = List.copyOf(values);
  }

  @Override
  public String template() {
    return "external-secret.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.BOOTSTRAP;
  }

  @Override
  public String fileName() {
    return name + ".yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of(API_VERSION, KIND, namespace, name);
  }
}
