package io.meshwright.model;

/** Who installs the control plane from the rendered files. */
public enum Installer {
  /** A person or a pipeline that runs istioctl, a file a run. */
  ISTIOCTL("istioctl"),
  /** Helm, or an engine that does what Helm does, a folder a release. */
  HELM("helm"),
  /** The Sail Operator in the cluster, which reconciles its own resources. */
  SAIL("sail"),
  /** Istio's operator in the cluster, which reconciles IstioOperator objects. */
  OPERATOR("operator");

  private final String word;

  Installer(String word) {
    this.word = word;
  }

  /** Returns the word that the topology has for it. */
  public String word() {
    return word;
  }
}
