package io.meshwright.istio;

import java.util.Set;

/** What is known of the values of istiod's Helm chart. */
public final class IstiodChart {
  /**
   * Settings of an IstioOperator's {@code components.pilot.k8s} that have the same name, and mean
   * the same, as a value below {@code pilot} (templates/deployment.yaml and service.yaml of the
   * chart at 1.24.6 and 1.31.0-rc.0).
   */
  public static final Set<String> SETTINGS =
      Set.of(
          "affinity",
          "env",
          "nodeSelector",
          "podAnnotations",
          "resources",
          "serviceAnnotations",
          "tolerations");

  /**
   * Values that the chart reads at the top as well as below {@code pilot}, and an IstioOperator has
   * below {@code pilot} alone (templates/zzy_descope_legacy.yaml, and values.yaml of 1.24.6 and
   * 1.31.0-rc.0).
   */
  public static final Set<String> AT_THE_TOP =
      Set.of(
          "affinity",
          "autoscaleBehavior",
          "autoscaleEnabled",
          "autoscaleMax",
          "autoscaleMin",
          "configMap",
          "cpu",
          "crlConfigMapName",
          "deploymentLabels",
          "env",
          "envVarFrom",
          "extraContainerArgs",
          "hub",
          "image",
          "initContainers",
          "ipFamilies",
          "ipFamilyPolicy",
          "jwksResolverExtraRootCA",
          "keepaliveMaxServerConnectionAge",
          "memory",
          "nodeSelector",
          "pdb",
          "podAnnotations",
          "podLabels",
          "replicaCount",
          "resources",
          "rollingMaxSurge",
          "rollingMaxUnavailable",
          "seccompProfile",
          "serviceAccountAnnotations",
          "serviceAnnotations",
          "tag",
          "taint",
          "tolerations",
          "topologySpreadConstraints",
          "traceSampling",
          "trustedZtunnelName",
          "trustedZtunnelNamespace",
          "variant",
          "volumeMounts",
          "volumes");

  private IstiodChart() {}
}
