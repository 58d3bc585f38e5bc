package io.meshwright.plan;

/**
 * What is applied or installed at once in one cluster.
 *
 * @param cluster the cluster's name
 * @param path inside the cluster's folder: a layer's folder such as {@code mesh}, a file of
 *     istioctl such as {@code control-plane/istio-operator.yaml}, or a folder below {@code
 *     control-plane} such as {@code control-plane/istiod}
 */
public record Unit(String cluster, String path) {}
