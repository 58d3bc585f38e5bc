package io.meshwright.plan.documents;

import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.plan.Document;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
  /** Returns the one for {@code watched}; empty where it does not say how it is reached. */
  static Optional<Kubeconfig> of(MeshFacts mesh, Cluster watched, String token) {
    Optional<String> url = watched.apiServer().url();
    String certificates = mesh.files().certificates().get(watched.name());
    if (url.isEmpty() || certificates == null) {
      return Optional.empty(); // a rule refuses it
    }
    return Optional.of(
        new Kubeconfig(
            watched.id(),
            url.get(),
            Base64.getEncoder().encodeToString(certificates.getBytes(StandardCharsets.UTF_8)),
            watched.apiServer().tlsServerName(),
            watched.apiServer().proxyUrl(),
            token));
  }

  @Override
  public String template() {
    return "kubeconfig.yaml.ftl";
  }
}
