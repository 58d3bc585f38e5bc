package io.meshwright.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all control planes of a mesh agree on.
 *
 * @param id Istio's meshID
 * @param trustDomain the trust domain of every workload's SPIFFE identity
 * @param trustDomainAliases other trust domains whose identities count as ours
 * @param clusterDomain the DNS suffix of Services, such as {@code cluster.local}
 * @param dataPlane what carries its traffic
 * @param config Istio's MeshConfig, as far as all control planes share it; empty for none
 */
public record Mesh(
    String id,
    String trustDomain,
    List<String> trustDomainAliases,
    String clusterDomain,
    DataPlane dataPlane,
    Map<String, Object> config) {
  /** Istio's and Kubernetes' own default for both domains. */
  public static final String DEFAULT_DOMAIN = "cluster.local";

  public Mesh {
    trustDomainAliases = List.copyOf(trustDomainAliases);
    config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
  }

  /** Returns whether ztunnels carry its traffic, rather than sidecars. */
  public boolean isAmbient() {
    return dataPlane == DataPlane.AMBIENT;
  }

  /** Returns the trust domain where it is not Istio's default. */
  public Optional<String> customTrustDomain() {
    return custom(trustDomain);
  }

  /** Returns the cluster domain where it is not Kubernetes' default. */
  public Optional<String> customClusterDomain() {
    return custom(clusterDomain);
  }

  private static Optional<String> custom(String domain) {
    return domain.equals(DEFAULT_DOMAIN) ? Optional.empty() : Optional.of(domain);
  }
}
