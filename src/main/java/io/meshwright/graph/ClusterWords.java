package io.meshwright.graph;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstiodPorts;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Discovery;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a picture says of one cluster, a line each. */
final class ClusterWords {
  /** A gateway's further addresses are only counted. */
  private static final int ADDRESSES = 3;

  private final MeshFacts mesh;
  private final ClusterFacts facts;

  ClusterWords(MeshFacts mesh, ClusterFacts facts) {
    this.mesh = mesh;
    this.facts = facts;
  }

  /** Returns what the cluster is to the control planes. */
  String role() {
    return switch (facts.cluster().role()) {
      case PRIMARY -> "primary";
      case REMOTE -> "remote" + ofControlPlanes();
      case EXTERNAL -> "external control plane";
    };
  }

  /** Returns whose the remote is, with a blank before it. */
  String ofControlPlanes() {
    List<String> names = facts.controlPlanes().stream().map(Cluster::name).toList();
    return names.isEmpty() ? "" : " of " + Label.of(Words.list(names));
  }

  /**
   * Returns the Istio that is not the mesh's, how istiod is reached, then the gateway, then its
   * addresses.
   */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!facts.version().equals(mesh.topology().istio().version())) {
      lines.add("Istio " + facts.version());
    }
    if (facts.isHost()) {
      addHosted(lines);
      return lines;
    }
    if (facts.servesRemotes()) {
      boolean own = facts.cluster().istiod().ownService();
      lines.add(own ? "istiod, by a Service of its own" : "istiod, by the gateway");
      lines.add(labels(facts.istiodAddresses()));
    }
    facts
        .dials()
        .ifPresent(
            primary -> lines.add("dials " + labels(facts.dialledAddress().stream().toList())));
    if (facts.installsIstiod() && !facts.runsIstiod()) {
      lines.add("an istiod of its own injects and signs");
    }
    for (Cluster host : facts.configures()) {
      lines.add("holds the configuration for " + Label.of(host.name()));
    }
    addGateway(lines);
    return lines;
  }

  private void addHosted(List<String> lines) {
    lines.add("istiod, by a gateway in front of it");
    lines.add(labels(facts.istiodAddresses()));
  }

  /** Returns whether one of the addresses is not known yet. */
  static boolean waits(Cluster cluster) {
    return cluster.eastWest().everyAddress().stream()
            .anyMatch(placed -> placed.address().isPending())
        || cluster.istiod().addresses().stream().anyMatch(Address::isPending);
  }

  private static String labels(List<Address> addresses) {
    return addresses.isEmpty()
        ? "no address"
        : Words.list(
            addresses.stream().map(address -> Label.of(address, IstiodPorts.DISCOVERY)).toList());
  }

  private void addGateway(List<String> lines) {
    EastWest gateway = facts.cluster().eastWest();
    if (!facts.hasGateway()) {
      if (facts.multiNetwork()) {
        lines.add("no gateway");
      }
      return;
    }
    String name = mesh.has(IstioFeature.EAST_WEST_GATEWAY) ? "gateway: " : "ingress gateway: ";
    if (!facts.multiNetwork()) {
      lines.add(name + way(gateway.exposure()) + ", for istiod only");
      return;
    }
    boolean discovered = gateway.discovery() == Discovery.LABEL;
    lines.add(name + way(gateway.exposure()) + (discovered ? ", discovered" : ", listed"));
    OptionalInt port = port(gateway);
    if (gateway.addresses().isEmpty() && port.isPresent()) {
      lines.add("port " + port.getAsInt());
    }
    addAddresses(gateway, port.orElse(gateway.port()), lines);
  }

  private static void addAddresses(EastWest gateway, int port, List<String> lines) {
    List<Address> addresses = gateway.addresses();
    addresses.stream().limit(ADDRESSES).forEach(address -> lines.add(Label.of(address, port)));
    if (addresses.size() > ADDRESSES) {
      lines.add("and " + (addresses.size() - ADDRESSES) + " more addresses");
    }
  }

  /** Kubernetes chooses a node port that nobody names. */
  private static OptionalInt port(EastWest gateway) {
    return gateway.exposure() == Exposure.NODE_PORT
        ? gateway.nodePort()
        : OptionalInt.of(gateway.port());
  }

  private static String way(Exposure exposure) {
    return switch (exposure) {
      case LOAD_BALANCER -> "load balancer";
      case NODE_PORT -> "node port";
      case EXTERNAL_IP -> "external IP";
      case HOST_PORT -> "provided elsewhere";
      case NONE -> "none";
    };
  }
}
