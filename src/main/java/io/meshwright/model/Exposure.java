package io.meshwright.model;

/** How the Service of an east-west gateway is reached from outside its cluster. */
public enum Exposure {
  /** A Service of type LoadBalancer. */
  LOAD_BALANCER("loadBalancer"),
  /** A Service of type NodePort. */
  NODE_PORT("nodePort"),
  /** A Service with external IPs. */
  EXTERNAL_IP("externalIP"),
  /** Something else provides the way in, at the addresses that the topology gives. */
  HOST_PORT("hostPort"),
  /** No gateway at all. */
  NONE("none");

  private final String word;

  Exposure(String word) {
    this.word = word;
  }

  /** Returns the word that the topology has for it. */
  public String word() {
    return word;
  }
}
