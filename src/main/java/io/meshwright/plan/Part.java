package io.meshwright.plan;

/** What a stage brings to a cluster. Where it lies depends on the installer. */
enum Part {
  /** The layer of that name. */
  BOOTSTRAP,
  /** Istio's definitions (CRDs), where they are installed by themselves. */
  DEFINITIONS,
  /** The node agent that redirects traffic, where it is installed by itself. */
  CNI,
  /** The istiod, or what a remote has instead of one. */
  ISTIOD,
  /** The istiod of a canary: after the first, since the newer definitions are to stay. */
  CANARY,
  /** The node proxy of an ambient mesh, where it is installed by itself. */
  ZTUNNEL,
  /** The east-west gateway. */
  GATEWAY,
  /** The east-west gateway of a canary. */
  CANARY_GATEWAY,
  /** The istiod that programs the gateway in front of a hosted one, where it comes by itself. */
  HOST_GATEWAY_ISTIOD,
  /** The gateway in front of a hosted istiod. */
  HOST_GATEWAY,
  /** The layer of that name. */
  MESH,
  /** The layer of that name. */
  PEERS
}
