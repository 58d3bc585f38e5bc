package io.meshwright.model;

/** Who installs the control plane from the rendered files. */
public enum Installer {
  /** A person or a pipeline that runs istioctl, a file a run. */
  ISTIOCTL,
  /** Istio's operator in the cluster, which reconciles IstioOperator objects. */
  OPERATOR
}
