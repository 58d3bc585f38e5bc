package io.meshwright.model;

/** How istiods learn where an east-west gateway is. */
public enum Discovery {
  /** From the label of its Service, in the cluster that they watch. */
  LABEL,
  /** From addresses that the mesh's networks list; its Service has no label, never both. */
  STATIC
}
