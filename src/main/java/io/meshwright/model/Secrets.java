package io.meshwright.model;

import java.util.Optional;

/**
 * Where the credentials for other clusters' API servers are kept.
 *
 * @param store the External Secrets Operator's store
 * @param path the template of a cluster's place in the store, with {@code {mesh}} and {@code
 *     {cluster}}
 * @param publish whether each watched cluster carries its reader's token to the store itself
 */
public record Secrets(Optional<SecretStore> store, String path, boolean publish) {}
