package io.meshwright.model;

/** Whether a cluster is to stay in the mesh. */
public enum Lifecycle {
  /** It is a full member. */
  ACTIVE,
  /** It is on its way out: the others know it no longer, its own files stay. */
  DRAINING
}
