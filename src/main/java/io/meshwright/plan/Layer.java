package io.meshwright.plan;

import io.meshwright.model.Installer;
import java.util.Locale;

/** A folder of a cluster that is applied by itself; the order here is the order of application. */
public enum Layer {
  /** The Namespace and the reference to cacerts: before anything of Istio. */
  BOOTSTRAP(true),
  /** The input of the installer: a file for it to read, or an object for it to find. */
  CONTROL_PLANE(false),
  /** What needs Istio's definitions and ServiceAccounts. */
  MESH(true),
  /** The credentials for the other clusters: after the bootstrap of the clusters they point to. */
  PEERS(true);

  private final boolean always;

  Layer(boolean always) {
    this.always = always;
  }

  /**
   * Returns whether kubectl or a GitOps tool applies this layer, so that it has a kustomization.
   */
  public boolean appliedWith(Installer installer) {
    return always || installer == Installer.OPERATOR;
  }

  /** Returns the folder's name: {@code bootstrap}, {@code control-plane}, {@code mesh}, … */
  public String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
