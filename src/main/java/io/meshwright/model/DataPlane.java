package io.meshwright.model;

/** What carries the mesh's traffic. */
public enum DataPlane {
  /** A proxy in every pod. */
  SIDECAR,
  /** A ztunnel on every node. */
  AMBIENT
}
