package io.meshwright.model;

import io.meshwright.istio.IstioVersion;
import java.util.List;

/**
 * A second istiod beside the first, by which a mesh is upgraded.
 *
 * @param version its release
 * @param revision its revision, which differs from the first's
 * @param tags the revision tags that point to it
 */
public record Canary(IstioVersion version, String revision, List<String> tags) {
  public Canary {
    tags = List.copyOf(tags);
  }
}
