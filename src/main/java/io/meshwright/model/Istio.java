package io.meshwright.model;

import io.meshwright.istio.IstioVersion;
import io.meshwright.source.Pointer;
import java.util.Optional;

/**
 * Which Istio is installed.
 *
 * @param release what a cluster installs that says nothing of its own
 * @param installer who installs it
 * @param namespace the system namespace, the same in every cluster
 * @param hub the image registry; absent for the one that the release was built with
 * @param at where the topology says so
 */
public record Istio(
    Release release, Installer installer, String namespace, Optional<String> hub, Pointer at) {
  /** Returns the mesh's version. */
  public IstioVersion version() {
    return release.version();
  }

  /** Returns the mesh's revision. */
  public Optional<String> revision() {
    return release.revision();
  }
}
