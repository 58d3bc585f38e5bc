package io.meshwright.plan.delivery;

import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;

/** Where Istio publishes the charts of a release (manifests/charts/README.md of its tag). */
enum ChartRepository {
  /** A repository of Helm's own kind. */
  HTTPS("https://istio-release.storage.googleapis.com/charts"),
  /** A registry of OCI artifacts. */
  OCI("registry.istio.io/release/charts");

  private final String address;

  ChartRepository(String address) {
    this.address = address;
  }

  static ChartRepository of(IstioVersion version) {
    return IstioFeature.CHARTS_IN_OWN_REGISTRY.in(version) ? OCI : HTTPS;
  }

  /** Returns its URL, or the registry's name and path without a scheme. */
  String address() {
    return address;
  }
}
