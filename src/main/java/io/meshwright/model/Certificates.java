package io.meshwright.model;

import java.util.Optional;

/**
 * Where each control plane's signing certificate comes from.
 *
 * @param source who delivers it
 * @param path the template of its place in the secret store, with {@code {mesh}} and {@code
 *     {cluster}}
 * @param rootFile path of the mesh's public root certificate, relative to the topology's folder;
 *     absent when it is not checked
 */
public record Certificates(Source source, String path, Optional<String> rootFile) {
  /** Who delivers the Secret {@code cacerts}. */
  public enum Source {
    /** The External Secrets Operator, from a store. */
    EXTERNAL_SECRETS,
    /** Nobody: istiod signs for itself, which works for a single primary only. */
    NONE
  }
}
