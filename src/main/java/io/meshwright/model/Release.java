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

  /** Returns the canary as a release of its own. */
  public Optional<Release> ofCanary() {
    Pointer at = said.canary();
    return canary.map(
        second ->
            new Release(
                second.version(),
                Optional.of(second.revision()),
                second.tags(),
                Optional.empty(),
                new Said(
                    at.child("version"),
                    at.child("revision"),
                    at.child("tags"),
                    at.child("canary"))));
  }

  /** Returns the name that Istio gives to its object {@code base} in this revision. */
  public String named(String base) {
    return base + revision.map(name -> "-" + name).orElse("");
  }

  /** Returns this release, and its canary's. */
  public List<Release> all() {
    return ofCanary().map(second -> List.of(this, second)).orElseGet(() -> List.of(this));
  }

  /** Returns the tags without repetition; their order means nothing. */
  public List<String> sortedTags() {
    return tags.stream().distinct().sorted().toList();
  }
}
