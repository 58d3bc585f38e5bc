package io.meshwright.graph;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.model.Address;
import io.meshwright.model.AddressesFor;
import io.meshwright.model.Discovery;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.model.Network;
import io.meshwright.model.StaticGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a picture says of the ways into a network, a line each. */
final class GatewayWords {
  /** Further addresses of one gateway are only counted. */
  private static final int ADDRESSES = 3;

  private final List<String> lines = new ArrayList<>();

  private GatewayWords() {}

  /** Returns how a cluster's gateway is reached, and where. */
  static List<String> of(ClusterFacts facts) {
    GatewayWords words = new GatewayWords();
    if (facts.hasGateway()) {
      words.addGateway(facts);
    } else if (facts.multiNetwork()) {
      words.lines.add("no gateway");
    }
    return words.lines;
  }

  /** Returns the ways into a network, and what is in it, besides those of its clusters. */
  static List<String> of(Network network) {
    GatewayWords words = new GatewayWords();
    List<StaticGateway> gateways = network.gateways();
    if (!gateways.isEmpty()) {
      words.lines.add(gateways.size() == 1 ? "gateway, listed" : "gateways, listed");
    }
    words.addSome("", gateways.stream().map(way -> Label.of(way.address(), way.port())).toList());
    words.addSome("endpoints ", network.cidrs().stream().map(Label::of).toList());
    return words.lines;
  }

  private void addGateway(ClusterFacts facts) {
    EastWest gateway = facts.cluster().eastWest();
    String name = name(facts) + ": " + way(gateway.exposure());
    if (!facts.multiNetwork()) {
      lines.add(name + ", for istiod only");
      return;
    }
    lines.add(name + (gateway.discovery() == Discovery.LABEL ? ", discovered" : ", listed"));
    OptionalInt port = port(gateway);
    if (gateway.addresses().isEmpty() && port.isPresent()) {
      lines.add("port " + port.getAsInt());
    }
    int known = port.orElse(gateway.port());
    addSome("", labels(gateway.addresses(), known));
    for (AddressesFor other : gateway.addressesFor()) {
      addSome("for " + Label.of(other.network()) + ": ", labels(other.addresses(), known));
    }
    if (facts.installsGateway() && facts.canary().isPresent() && facts.canHaveSecondGateway()) {
      lines.add("beside it that of the canary");
    }
  }

  private static List<String> labels(List<Address> addresses, int port) {
    return addresses.stream().map(address -> Label.of(address, port)).toList();
  }

  private void addSome(String before, List<String> some) {
    some.stream().limit(ADDRESSES).forEach(one -> lines.add(before + one));
    if (some.size() > ADDRESSES) {
      lines.add(before + "and " + (some.size() - ADDRESSES) + " more");
    }
  }

  private static String name(ClusterFacts facts) {
    if (facts.makesKubernetesGateway()) {
      return "Kubernetes Gateway";
    }
    return facts.has(IstioFeature.EAST_WEST_GATEWAY) ? "gateway" : "ingress gateway";
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
