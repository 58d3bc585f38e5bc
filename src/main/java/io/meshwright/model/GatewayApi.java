package io.meshwright.model;

/** By which API an east-west gateway is made. */
public enum GatewayApi {
  /** By an IstioOperator and Istio's own Gateways. */
  ISTIO,
  /** By a Gateway of the Kubernetes Gateway API, for which istiod makes all else. */
  KUBERNETES
}
