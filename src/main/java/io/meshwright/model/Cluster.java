package io.meshwright.model;

import io.meshwright.source.Pointer;
import java.util.List;
import java.util.Optional;

/**
 * One Kubernetes cluster of the mesh.
 *
 * @param name the cluster's name, which is its folder's
 * @param id the name by which Istio knows it; the same as {@code name} unless a mesh is adopted
 * @param role whether it runs an istiod
 * @param release the Istio that is installed in it
 * @param network the name of the network its pods are in; absent when the topology neither says nor
 *     leaves only one choice
 * @param controlPlanes the names of the clusters whose istiod a remote uses; the first is dialled
 * @param kubernetesVersion its Kubernetes version, {@code 1.x} or {@code 1.x.y}; absent when
 *     unknown
 * @param podCidrs the address ranges of its pods, in CIDR notation; empty when unknown
 * @param apiServer how its API server is reached
 * @param eastWest its east-west gateway
 * @param istiod how its istiod is reached from other clusters
 * @param external the control plane that it hosts for others
 * @param overlays paths of the user's own IstioOperator files, relative to the topology's folder
 * @param lifecycle whether it is to stay in the mesh
 * @param destination the name by which the GitOps engine knows it
 * @param at where the topology declares it
 */
public record Cluster(
    String name,
    String id,
    Role role,
    Release release,
    Optional<String> network,
    List<String> controlPlanes,
    Optional<String> kubernetesVersion,
    List<String> podCidrs,
    ApiServer apiServer,
    EastWest eastWest,
    Istiod istiod,
    Optional<External> external,
    List<OverlayReference> overlays,
    Lifecycle lifecycle,
    String destination,
    Pointer at) {
  public Cluster {
    controlPlanes = List.copyOf(controlPlanes);
    podCidrs = List.copyOf(podCidrs);
    overlays = List.copyOf(overlays);
  }

  /** Returns whether the cluster's role is to run an istiod. */
  public boolean isPrimary() {
    return role == Role.PRIMARY;
  }

  /** Returns whether it uses the istiod of another cluster. */
  public boolean isRemote() {
    return role == Role.REMOTE;
  }

  /** Returns whether it hosts a control plane for others, and is no part of the mesh itself. */
  public boolean isHost() {
    return role == Role.EXTERNAL;
  }

  /** Returns whether it is on its way out of the mesh. */
  public boolean isDraining() {
    return lifecycle == Lifecycle.DRAINING;
  }

  /** Returns the cluster with another Istio in it. */
  public Cluster with(Release other) {
    return new Cluster(
        name,
        id,
        role,
        other,
        network,
        controlPlanes,
        kubernetesVersion,
        podCidrs,
        apiServer,
        eastWest,
        istiod,
        external,
        overlays,
        lifecycle,
        destination,
        at);
  }
}
