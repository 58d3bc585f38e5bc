package io.meshwright.output;

/** Which part of a mesh was rendered, and so what the absence of a cluster means. */
public enum Scope {
  /** Every cluster was rendered: a folder of another one belongs to a cluster that is gone. */
  WHOLE_MESH,
  /** Some clusters were rendered: nothing is known about other folders, they stay as they are. */
  SOME_CLUSTERS
}
