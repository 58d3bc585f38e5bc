package io.meshwright.lint.rules;

import io.meshwright.istio.IstioVersion;
import io.meshwright.model.Release;
import io.meshwright.model.Topology;
import io.meshwright.source.Pointer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A version of Istio that a topology names.
 *
 * @param version the version
 * @param at where it does
 */
record NamedVersion(IstioVersion version, Pointer at) {
  /** Returns every version that {@code topology} names, the mesh's first. */
  static List<NamedVersion> of(Topology topology) {
    Set<NamedVersion> named = new LinkedHashSet<>();
    for (Release release : topology.releases()) {
      for (Release each : release.all()) {
        named.add(new NamedVersion(each.version(), each.said().version()));
      }
    }
    return List.copyOf(named);
  }
}
