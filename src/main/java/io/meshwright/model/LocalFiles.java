package io.meshwright.model;

import io.meshwright.source.SourceTree;
import java.util.List;
import java.util.Map;

/**
 * The files that a topology names, as they were read.
 *
 * @param certificates by cluster name: the PEM certificates of its API server's authority,
 *     normalised (one final line end, nothing but certificates)
 * @param overlays by cluster name: the user's own IstioOperator files, in the order of merging;
 *     later files win over earlier ones
 * @param roots the certificates of the file that should hold the mesh's root; empty without one
 */
public record LocalFiles(
    Map<String, String> certificates,
    Map<String, List<SourceTree>> overlays,
    List<RootCertificate> roots) {
  public LocalFiles {
    roots = List.copyOf(roots);
  }

  /** Makes the files of a topology that names no root. */
  public LocalFiles(Map<String, String> certificates, Map<String, List<SourceTree>> overlays) {
    this(certificates, overlays, List.of());
  }

  /** Returns the overlays of {@code cluster}, in the order of merging. */
  public List<SourceTree> overlaysOf(String cluster) {
    return overlays.getOrDefault(cluster, List.of());
  }
}
