package io.meshwright.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A mesh as its topology file declares it: every default filled in, nothing derived.
 *
 * @param name the mesh's name, which is its folder's under the output folder
 * @param istio which Istio is installed, and how
 * @param mesh what all control planes of the mesh agree on
 * @param networks the declared networks, in the file's order
 * @param clusters the clusters, in the file's order
 * @param certificates where each control plane's signing certificate is kept
 * @param secrets where the credentials for other clusters are kept
 * @param gitOps which engine applies the output
 */
public record Topology(
    String name,
    Istio istio,
    Mesh mesh,
    List<Network> networks,
    List<Cluster> clusters,
    Certificates certificates,
    Secrets secrets,
    GitOps gitOps) {
  public Topology {
    networks = List.copyOf(networks);
    clusters = List.copyOf(clusters);
  }

  /** Returns every Istio of which the topology speaks, each once: the mesh's first. */
  public List<Release> releases() {
    Set<Release> releases = new LinkedHashSet<>();
    releases.add(istio.release());
    clusters.forEach(cluster -> releases.add(cluster.release()));
    return List.copyOf(releases);
  }
}
