package io.meshwright.graph;

import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Exposure;
import io.meshwright.model.LocalFiles;
import io.meshwright.model.TopologyReader;
import io.meshwright.schema.TestTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Meshes that no topology file need be able to say: any size, any names, right or wrong. */
final class RandomFacts {
  /** What would break a picture that took names for markup. */
  static final List<String> HOSTILE =
      List.of(
          "a<script>alert(1)</script>",
          "b\"]:::x --> y",
          "c&amp;'\"",
          "d]]>--%%{init: {}}%%",
          "e\n  end\n  click b0 \"https://example.com\"",
          "f\u0000\u001b[31m\u202e\uD800\uFFFE",
          "生产-集群",
          "#35;`~|");

  private static final List<String> ADDRESSES =
      List.of("pending", "192.0.2.1", "2001:db8::1", "gw.example.com", "g.".repeat(120) + "com");

  private static final List<String> VERSIONS = List.of("1.5.10", "1.14.6", "1.30.3");

  private final Random random;
  private final boolean hostile;
  private final List<String> networks = new ArrayList<>();
  private final List<String> primaries = new ArrayList<>();

  private RandomFacts(long seed, boolean hostile) {
    this.random = new Random(seed);
    this.hostile = hostile;
  }

  /** Returns the mesh of that seed; its names are DNS labels, or else anything. */
  static MeshFacts of(long seed, boolean hostile) {
    return new RandomFacts(seed, hostile).facts();
  }

  private MeshFacts facts() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("metadata").put("name", name("mesh", 0));
    ObjectNode spec = root.putObject("spec");
    ObjectNode istio = spec.putObject("istio").put("version", any(VERSIONS));
    if (random.nextInt(4) == 0) {
      istio.putObject("canary").put("version", any(VERSIONS)).put("revision", name("r", 1));
    }
    if (random.nextInt(4) == 0) {
      spec.putObject("mesh").put("dataPlane", "ambient");
    }
    int count = 1 + random.nextInt(random.nextBoolean() ? 6 : 60);
    ArrayNode declared = spec.putArray("networks");
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      networks.add(name("net", i));
      fill(declared.addObject().put("name", networks.get(networks.size() - 1)));
    }
    int share = 1 + random.nextInt(4);
    ArrayNode clusters = spec.putArray("clusters");
    for (int i = 0; i < count; i++) {
      fill(clusters.addObject(), name("c", i), i == 0 || random.nextInt(share) == 0);
    }
    return MeshFacts.of(TopologyReader.read(TestTree.of(root)), new LocalFiles(Map.of(), Map.of()));
  }

  /** Some networks have ways in and endpoints of their own. */
  private void fill(ObjectNode network) {
    if (random.nextInt(3) == 0) {
      ArrayNode gateways = network.putArray("gateways");
      for (int i = random.nextInt(5); i > 0; i--) {
        gateways.addObject().put("address", any(ADDRESSES));
      }
      network.putArray("cidrs").add("10.64.0.0/16").add("2001:db8::/32");
    }
  }

  private void fill(ObjectNode cluster, String name, boolean primary) {
    cluster.put("name", name);
    if (random.nextInt(8) == 0) {
      cluster.putObject("istio").put("version", any(VERSIONS)).put("revision", "other");
    }
    if (random.nextInt(9) == 0) {
      primaries.add(name);
      cluster.put("role", "external");
      ObjectNode external = cluster.putObject("external");
      external.put("configCluster", any(primaries)).put("host", "istiod.example.com");
      return;
    }
    if (random.nextInt(20) > 0) {
      cluster.put("network", any(networks));
    }
    if (primary) {
      primaries.add(name);
    } else {
      cluster.put("role", "remote");
      ArrayNode controlPlanes = cluster.putArray("controlPlanes").add(any(primaries));
      if (random.nextInt(4) == 0) {
        controlPlanes.add(random.nextBoolean() ? "nowhere" : any(primaries));
      }
    }
    ObjectNode gateway = cluster.putObject("eastWest");
    gateway.put("exposure", any(List.of(Exposure.values())).word());
    addAddresses(gateway);
    if (random.nextInt(3) == 0) {
      addAddresses(gateway.putArray("addressesFor").addObject().put("network", any(networks)));
    }
    if (random.nextInt(4) == 0) {
      gateway.put("api", "gateway");
    }
    if (random.nextBoolean()) {
      gateway.put("nodePort", 30443).put("discovery", any(List.of("static", "label")));
    }
    ObjectNode istiod = cluster.putObject("istiod");
    istiod.put("exposure", any(List.of("service", "eastWest")));
    addAddresses(istiod);
  }

  private void addAddresses(ObjectNode at) {
    ArrayNode addresses = at.putArray("addresses");
    for (int i = random.nextInt(5); i > 0; i--) {
      addresses.add(any(ADDRESSES));
    }
  }

  private String name(String prefix, int number) {
    return switch (random.nextInt(12)) {
      case 0 -> prefix + number + "-" + "w".repeat(60 - prefix.length());
      case 1, 2 -> hostile ? prefix + number + any(HOSTILE) : prefix + number;
      default -> prefix + number;
    };
  }

  private <T> T any(List<T> words) {
    return words.get(random.nextInt(words.size()));
  }
}
