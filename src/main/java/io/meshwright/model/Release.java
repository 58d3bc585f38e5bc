package io.meshwright.model;

import io.meshwright.istio.IstioVersion;
import io.meshwright.source.Pointer;
import java.util.List;
import java.util.Optional;

/**
 * The Istio that is installed in one cluster.
 *
 * @param version the release
 * @param revision istiod's revision, a DNS label; absent for the default revision
 * @param tags the revision tags that point to it
 * @param canary a second istiod beside it
 * @param at where the topology says so: the mesh's, or the cluster's own
 */
public record Release(
    IstioVersion version,
    Optional<String> revision,
    List<String> tags,
    Optional<Canary> canary,
    Pointer at) {
  public Release {
    tags = List.copyOf(tags);
  }
}
