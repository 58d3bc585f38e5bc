package io.meshwright.plan.documents;

import io.meshwright.plan.Document;
import java.util.Optional;

/**
 * The kubeconfig with which an istiod reads another cluster. Its text must not change without
 * cause: istiod takes other bytes for a rotation (pkg/kube/multicluster/secretcontroller.go).
 *
 * @param cluster the watched cluster's id
 * @param server its API server's URL
 * @param certificateAuthority the PEM certificates of the API server's authority, in base64
 * @param tlsServerName the name on the API server's certificate, where it is not the URL's
 * @param proxyUrl the proxy on the way
 * @param token where the token will be, as a placeholder of the secrets' backend
 */
public record Kubeconfig(
    String cluster,
    String server,
    String certificateAuthority,
    Optional<String> tlsServerName,
    Optional<String> proxyUrl,
    String token)
    implements Document {
  @Override
  public String template() {
    return "kubeconfig.yaml.ftl";
  }
}
