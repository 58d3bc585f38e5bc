package io.meshwright.model;

import java.util.Optional;

/**
 * Where each control plane's signing certificate comes from.
 *
 * @param source who delivers it
 * @param issuer who signs it, where cert-manager makes it; absent when the topology does not say
 * @param path the template of its place in the secret store, with {@code {mesh}} and {@code
 *     {cluster}}
 * @param rootFile path of the mesh's public root certificate, relative to the topology's folder;
 *     absent when it is not checked
 */
public record Certificates(
    Source source, Optional<Issuer> issuer, String path, Optional<String> rootFile) {
  /** Who delivers the Secret {@code cacerts}. */
  public enum Source {
    /** The External Secrets Operator, from a store. */
    EXTERNAL_SECRETS("externalSecrets"),
    /** cert-manager, which makes the key in the cluster and has an issuer sign for it. */
    CERT_MANAGER("certManager"),
    /** Nobody: istiod signs for itself, which works for a single primary only. */
    NONE("none");

    private final String word;

    Source(String word) {
      this.word = word;
    }

    /** Returns the word that the topology has for it. */
    public String word() {
      return word;
    }
  }

  /**
   * An issuer of cert-manager.
   *
   * @param kind ClusterIssuer, or Issuer in the system namespace
   * @param name its name
   */
  public record Issuer(String kind, String name) {}
}
