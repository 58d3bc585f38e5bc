package io.meshwright.plan.documents;

import io.meshwright.model.SecretStore;
import io.meshwright.plan.Identity;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives an istiod access to another cluster: the External Secrets Operator makes a Secret that
 * holds a kubeconfig, with the token that the store keeps.
 *
 * @param layer the layer in which it is applied
 * @param name the Secret's name, and the ExternalSecret's
 * @param namespace the system namespace
 * @param labels the Secret's labels, sorted by key
 * @param annotations the Secret's annotations, sorted by key
 * @param key the Secret's key
 * @param store the store that keeps the token
 * @param path the token's place in the store
 * @param property the token's name there
 * @param kubeconfig the kubeconfig, with a placeholder for the token
 */
public record KubeconfigSecret(
    Layer layer,
    String name,
    String namespace,
    Map<String, String> labels,
    Map<String, String> annotations,
    String key,
    SecretStore store,
    String path,
    String property,
    Kubeconfig kubeconfig)
    implements Manifest {
  /** The operator's template language, which fills in the token. */
  static final String TOKEN = "{{ .token }}";

  public KubeconfigSecret {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
  }

  @Override
  public String template() {
    return "kubeconfig-secret.yaml.ftl";
  }

  @Override
  public String fileName() {
    return name + ".yaml";
  }

  @Override
  public Identity identity() {
    return Identity.of(ExternalSecret.API_VERSION, ExternalSecret.KIND, namespace, name);
  }
}
