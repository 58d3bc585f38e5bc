package io.meshwright.model;

/** What a cluster is to the mesh's control planes. */
public enum Role {
  /** Runs an istiod of its own. */
  PRIMARY,
  /** Uses another cluster's istiod. */
  REMOTE,
  /** Hosts a control plane for other clusters, and is no part of the mesh itself. */
  EXTERNAL
}
