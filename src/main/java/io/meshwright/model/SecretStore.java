package io.meshwright.model;

/**
 * A store of the External Secrets Operator.
 *
 * @param kind {@code ClusterSecretStore} or {@code SecretStore}
 * @param name the store's name
 */
public record SecretStore(String kind, String name) {}
