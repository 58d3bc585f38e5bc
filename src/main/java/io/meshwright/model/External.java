package io.meshwright.model;

import io.meshwright.source.Pointer;
import java.util.Optional;

/**
 * What the topology says of a control plane that a cluster hosts for others.
 *
 * @param configCluster the name of the cluster whose API server holds the mesh's configuration
 * @param host the DNS name under which the served clusters reach it
 * @param certificateSecret the name of the Secret with the certificate of {@code host}
 * @param tls what its gateway does with TLS
 * @param gatewayNamespace the namespace of that gateway
 * @param at where the topology declares it, or would
 */
public record External(
    String configCluster,
    String host,
    Optional<String> certificateSecret,
    Tls tls,
    String gatewayNamespace,
    Pointer at) {
  /** What a gateway in front of a control plane does with TLS. */
  public enum Tls {
    /** It has the server certificate, and speaks to istiod anew. */
    TERMINATE,
    /** It leaves the connection to istiod, whose certificate is of the mesh's root. */
    PASSTHROUGH
  }
}
