package io.meshwright.plan;

import io.meshwright.model.Installer;
import java.util.Locale;

/** A folder of a cluster that is applied by itself; the order here is the order of application. */
public enum Layer {
  /** The Namespace and the reference to cacerts: before anything of Istio. */
  BOOTSTRAP,
  /** The input of the installer: a file for it to read, or an object for it to find. */
  CONTROL_PLANE,
  /** What needs Istio's definitions and ServiceAccounts. */
  MESH,
  /** The credentials for the other clusters: after the bootstrap of the clusters they point to. */
  PEERS,
  /** What tells a GitOps engine to apply the others: for the engine's cluster, not for this one. */
  GITOPS;

  /**
   * Returns whether kubectl or a GitOps tool applies this layer as it is, so that its folders have
   * a kustomization each.
   */
  public boolean appliedWith(Installer installer) {
    return switch (this) {
      case BOOTSTRAP, MESH, PEERS -> true;
      case CONTROL_PLANE -> installer == Installer.OPERATOR || installer == Installer.SAIL;
      case GITOPS -> false;
    };
  }

  /**
   * Returns whether a GitOps engine deletes what it applied of this layer as soon as nothing says
   * any more that the layer is to be applied. So go the credentials for other clusters, of which
   * the last may be that of a draining cluster; the rest is let go of, and people clean up: an
   * engine that deletes a control plane because a line is gone from a file deletes too much.
   */
  public boolean goesWithItsEngineObject() {
    return this == PEERS;
  }

  /** Returns the folder's name: {@code bootstrap}, {@code control-plane}, {@code mesh}, … */
  public String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
