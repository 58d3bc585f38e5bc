package io.meshwright.plan;

import java.util.Locale;
import java.util.Optional;

/**
 * What makes a Kubernetes object one of a kind in its cluster.
 *
 * @param apiVersion such as {@code networking.istio.io/v1}
 * @param kind such as {@code Gateway}
 * @param namespace empty for an object of the whole cluster
 * @param name the object's name; empty for a file that is no object, such as a kustomization
 */
public record Identity(
    String apiVersion, String kind, Optional<String> namespace, Optional<String> name) {

  /** That of a file which says nothing of itself. */
  public static final Identity NONE = new Identity("", "", Optional.empty(), Optional.empty());

  /** Returns the kind, and the group where there is one: {@code gateway.networking.istio.io}. */
  public String schema() {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : "." + apiVersion.substring(0, slash);
    return (kind + group).toLowerCase(Locale.ROOT);
  }

  /** Returns the identity of an object in a namespace. */
  public static Identity of(String apiVersion, String kind, String namespace, String name) {
    return new Identity(apiVersion, kind, Optional.of(namespace), Optional.of(name));
  }
}
