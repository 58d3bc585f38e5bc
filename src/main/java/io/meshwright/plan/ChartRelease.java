package io.meshwright.plan;

import io.meshwright.istio.IstioVersion;
import java.util.Optional;

/**
 * A release of one of Istio's Helm charts; its folder below {@code control-plane} has the release's
 * name.
 *
 * @param name the release's name
 * @param chart the chart's name: base, istiod, cni, ztunnel or gateway
 * @param namespace the namespace that it is installed into
 * @param version the chart's version, which is Istio's
 */
public record ChartRelease(String name, String chart, String namespace, IstioVersion version) {
  static final String BASE = "istio-base";
  static final String CNI = "istio-cni";
  static final String ISTIO = "istio";
  static final String ISTIOD = "istiod";
  static final String ZTUNNEL = "ztunnel";

  /** The name by which the pods of the gateway in front of a hosted istiod are selected, too. */
  static final String HOST_GATEWAY = "istio-ingressgateway";

  /** The istiod of that gateway: a folder has the release's name alone, without its namespace. */
  static final String HOST_GATEWAY_ISTIOD = "controlplane-istiod";

  /** Returns {@code name}, followed by the revision where there is one. */
  static String named(String name, Optional<String> revision) {
    return revision.map(suffix -> name + "-" + suffix).orElse(name);
  }

  /** Returns the file with its values, inside its layer's folder. */
  public String valuesFile() {
    return name + "/values.yaml";
  }

  /** Returns the folder of its values inside the cluster's folder. */
  public String folder() {
    return Layer.CONTROL_PLANE.folder() + "/" + name;
  }
}
