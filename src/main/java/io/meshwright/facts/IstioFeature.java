package io.meshwright.facts;

import io.meshwright.model.IstioVersion;

/**
 * What differs by Istio version: one line a difference, with the minors that have it and where
 * Istio's source shows it. Rules and kinds of documents ask this table; templates never do.
 */
public enum IstioFeature {
  /**
   * The forms that are rendered are the ones that Istio takes: a remote is the profile {@code
   * remote} of istiod's own chart, and an IstioOperator is a file and no object of a cluster
   * (operator/cmd and manifests/profiles/remote.yaml at 1.24.0; the newest release looked at is
   * 1.31.0-rc.0).
   */
  RENDERED_FORMS(24, 31),

  /**
   * An IPv6 {@code remotePilotAddress} becomes an EndpointSlice; before, the chart took it for a
   * host name and rendered an ExternalName Service
   * (manifests/charts/istio-control/istio-discovery/templates/remote-istiod-service.yaml at
   * 1.30.0).
   */
  IPV6_ISTIOD_ADDRESS(30, Integer.MAX_VALUE),

  /**
   * istiod reads a remote's trust domain from the remote's ConfigMap {@code istio}, and takes an
   * absent one for {@code cluster.local} (pilot/pkg/serviceregistry/kube/controller/multicluster.go
   * and pkg/config/mesh/meshwatcher/collection.go at 1.29.0).
   */
  REMOTE_TRUST_DOMAIN(29, Integer.MAX_VALUE);

  private final int since;
  private final int until;

  IstioFeature(int since, int until) {
    this.since = since;
    this.until = until;
  }

  /** Returns whether {@code version} has it. */
  public boolean in(IstioVersion version) {
    return version.major() == 1 && version.since(since) && version.minor() <= until;
  }

  /** Returns the first minor that has it: 24 for Istio 1.24. */
  public int since() {
    return since;
  }

  /** Returns the last minor that is known to have it. */
  public int until() {
    return until;
  }
}
