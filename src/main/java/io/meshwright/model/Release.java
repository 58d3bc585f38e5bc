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
 * @param said where the topology says so: of the mesh, or of the cluster
 */
public record Release(
    IstioVersion version,
    Optional<String> revision,
    List<String> tags,
    Optional<Canary> canary,
    Said said) {
  /**
   * Where the topology says each of them; a cluster may have some from the mesh.
   *
   * @param version the version
   * @param revision the revision
   * @param tags the tags
   * @param canary the canary
   */
  public record Said(Pointer version, Pointer revision, Pointer tags, Pointer canary) {}

  public Release {
    tags = List.copyOf(tags);
  }
}
