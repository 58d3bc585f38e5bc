package io.meshwright.plan;

import io.meshwright.facts.ClusterFacts;

/**
 * The steps of application across clusters, in their order: a remote's bootstrap comes before its
 * primaries' peers (istiod reads the annotation once), a primary's gateway and routes before its
 * remotes' istiod settings, a remote's gateway, which is injected, after its primary's peers; and
 * what holds the configuration of a hosted istiod before that istiod, which reads it when it
 * starts. Each has a number of its own, so that a mesh that gets its first remote keeps the numbers
 * of all that it had.
 */
public enum Stage {
  BOOTSTRAP(0, Group.ALL, Part.BOOTSTRAP, "namespaces and certificates"),

  PRIMARY_DEFINITIONS(10, Group.PRIMARIES, Part.DEFINITIONS, "Istio's definitions"),
  PRIMARY_CNI(11, Group.PRIMARIES, Part.CNI, "Istio's node agent"),
  PRIMARY_ISTIOD(12, Group.PRIMARIES, Part.ISTIOD, "istiod"),
  PRIMARY_CANARY(13, Group.PRIMARIES, Part.CANARY, "istiod of a canary"),
  PRIMARY_ZTUNNEL(14, Group.PRIMARIES, Part.ZTUNNEL, "ztunnel"),
  PRIMARY_GATEWAY(15, Group.PRIMARIES, Part.GATEWAY, "east-west gateways beside an istiod"),
  PRIMARY_CANARY_GATEWAY(
      16, Group.PRIMARIES, Part.CANARY_GATEWAY, "east-west gateways beside an istiod of a canary"),
  PRIMARY_MESH(17, Group.PRIMARIES, Part.MESH, "mesh objects of the primaries"),

  HOST_DEFINITIONS(19, Group.HOSTS, Part.DEFINITIONS, "Istio's definitions beside a hosted istiod"),
  HOST_GATEWAY_ISTIOD(
      20,
      Group.HOSTS,
      Part.HOST_GATEWAY_ISTIOD,
      "the istiod of the gateway in front of the hosted istiod"),
  HOST_GATEWAY(21, Group.HOSTS, Part.HOST_GATEWAY, "the gateway in front of the hosted istiod"),
  SOURCE_DEFINITIONS(
      22, Group.SOURCES, Part.DEFINITIONS, "Istio's definitions of the cluster that configures it"),
  SOURCE_CNI(23, Group.SOURCES, Part.CNI, "Istio's node agent of that cluster"),
  SOURCE_ISTIOD(24, Group.SOURCES, Part.ISTIOD, "the settings of the cluster that configures it"),
  SOURCE_CANARY(
      25, Group.SOURCES, Part.CANARY, "the settings of the cluster that configures it of a canary"),
  SOURCE_MESH(26, Group.SOURCES, Part.MESH, "the token with which it reads that cluster"),
  HOST_ISTIOD(
      27, Group.HOSTS, Part.ISTIOD, "the hosted istiod (after its Secret istio-kubeconfig)"),
  HOST_CANARY(
      28,
      Group.HOSTS,
      Part.CANARY,
      "the hosted istiod (after its Secret istio-kubeconfig) of a canary"),
  HOST_MESH(29, Group.HOSTS, Part.MESH, "the way from the gateway to it"),

  REMOTE_DEFINITIONS(30, Group.REMOTES, Part.DEFINITIONS, "Istio's definitions of the remotes"),
  REMOTE_CNI(31, Group.REMOTES, Part.CNI, "Istio's node agent of the remotes"),
  REMOTE_ISTIOD(32, Group.REMOTES, Part.ISTIOD, "the remotes' settings"),
  REMOTE_CANARY(33, Group.REMOTES, Part.CANARY, "the remotes' settings of a canary"),
  REMOTE_MESH(34, Group.REMOTES, Part.MESH, "mesh objects of the remotes"),

  PEERS(40, Group.ALL, Part.PEERS, "access to the other clusters"),

  REMOTE_GATEWAY(50, Group.NOT_PRIMARY, Part.GATEWAY, "east-west gateways of remotes"),
  REMOTE_CANARY_GATEWAY(
      51, Group.NOT_PRIMARY, Part.CANARY_GATEWAY, "east-west gateways of remotes of a canary");

  /** Which clusters a stage concerns. */
  enum Group {
    ALL,
    PRIMARIES,
    HOSTS,
    SOURCES,
    REMOTES,
    NOT_PRIMARY;

    boolean has(ClusterFacts facts) {
      boolean remote = facts.cluster().isRemote();
      return switch (this) {
        case ALL -> true;
        case PRIMARIES -> facts.cluster().isPrimary();
        case HOSTS -> facts.isHost();
        case SOURCES -> remote && facts.holdsConfiguration();
        case REMOTES -> remote && !facts.holdsConfiguration();
        case NOT_PRIMARY -> remote;
      };
    }
  }

  private final int wave;
  private final Group group;
  private final Part part;
  private final String title;

  Stage(int wave, Group group, Part part, String title) {
    this.wave = wave;
    this.group = group;
    this.part = part;
    this.title = title;
  }

  /** Returns the stage's number, which grows with the order and never changes. */
  public int wave() {
    return wave;
  }

  /** Returns whether it brings Istio's definitions, and nothing that needs them. */
  public boolean bringsDefinitions() {
    return part == Part.DEFINITIONS;
  }

  /** Returns what the stage brings, in a few words. */
  String title() {
    return title;
  }

  Group group() {
    return group;
  }

  Part part() {
    return part;
  }
}
