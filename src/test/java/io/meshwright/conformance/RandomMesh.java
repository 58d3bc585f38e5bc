package io.meshwright.conformance;

import io.meshwright.istio.IstioReleases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A random mesh, right or wrong, of everything that is rendered. Seeds that follow each other go
 * through all minors of Istio, and through all models for each.
 *
 * @param minor the minor of its Istio
 * @param namespace its system namespace
 * @param text its topology
 */
record RandomMesh(int minor, String namespace, String text) {
  /** How many seeds go once through all minors and models. */
  static final int ROUND = 27 * 6;

  private static final int FIRST = 5;
  private static final int MINORS = 27;
  private static final int LAST_OPERATOR = 23;

  /** Istio 1.5, 1.7 and 1.8 have theirs fixed. */
  private static final List<Integer> FIXED_NAMESPACE = List.of(5, 7, 8);

  private static final int FIRST_WITH_NAMED_GATEWAYS = 13;
  private static final int FIRST_WITH_NAMED_ISTIOD = 15;

  /** Short, long and digit-like names. */
  private static final List<String> NAMES =
      List.of("x", "k8s", "on-prem", "1a", "e2e", "cluster-a", "eu-west-1", "a".repeat(63));

  /**
   * How many of each a mesh has.
   *
   * @param primaries the clusters with an istiod
   * @param clusters all clusters
   * @param networks the networks
   */
  private record Shape(int primaries, int clusters, int networks) {
    /** Returns a shape of one of the six models. */
    static Shape of(int model, Random random) {
      int primaries = model % 3 == 0 ? 1 : 2 + random.nextInt(2);
      int clusters = primaries + (model % 3 == 1 ? 0 : 1 + random.nextInt(2));
      return new Shape(primaries, clusters, model < 3 ? 1 : 2 + random.nextInt(clusters - 1));
    }
  }

  static RandomMesh of(int seed) {
    Random random = new Random(seed);
    int minor = FIRST + seed % MINORS;
    Shape shape = Shape.of(seed / MINORS % 6, random);
    boolean fixed = FIXED_NAMESPACE.contains(minor);
    String namespace = fixed ? "istio-system" : "mesh-" + seed;
    StringBuilder text = new StringBuilder(head(seed, minor, namespace, random));
    text.append("  networks:\n");
    int networks = Math.min(shape.networks(), shape.clusters());
    for (int i = 0; i < networks; i++) {
      text.append("    - name: net").append(i).append('\n');
    }
    text.append("  clusters:\n");
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    for (int i = 0; i < shape.clusters(); i++) {
      text.append(cluster(names.get(i), i, i < networks ? i : random.nextInt(networks)));
      text.append(some(random, "        tlsServerName: kubernetes.example.com\n"));
      text.append(some(random, "        proxyUrl: http://proxy.example.com:3128\n"));
      if (i >= shape.primaries()) {
        List<String> masters = names.subList(0, 1 + random.nextInt(shape.primaries()));
        text.append("      role: remote\n      controlPlanes:\n");
        masters.forEach(name -> text.append("        - \"").append(name).append("\"\n"));
      }
      text.append(eastWest(minor, i, random)).append(istiod(minor, i, random));
    }
    return new RandomMesh(minor, namespace, text.toString());
  }

  private static String head(int seed, int minor, String namespace, Random random) {
    int patch = IstioReleases.last(minor).orElse(1);
    return """
        apiVersion: meshwright.io/v1
        kind: MeshTopology
        metadata:
          name: mesh-%d
        spec:
          istio:
            version: "1.%d.%d"
            namespace: %s
        """
            .formatted(seed, minor, patch, namespace)
        + (random.nextInt(3) == 0 ? "    revision: canary-1\n" : "")
        + some(random, "    hub: registry.example.com/istio\n")
        + (minor <= LAST_OPERATOR ? some(random, "    install: operator\n") : "")
        + (random.nextInt(3) == 0 ? "  mesh:\n    id: shop\n" : "  mesh:\n    id: mesh\n")
        + some(random, "    trustDomain: mesh.example.com\n")
        + some(random, "    trustDomainAliases: [old.example.com]\n")
        + some(random, "    clusterDomain: clusters.example.com\n")
        + (random.nextInt(8) == 0
            ? "  certificates:\n    source: none\n"
            : some(random, "  certificates:\n    path: \"pki/{mesh}/{cluster}\"\n"))
        + "  secrets:\n    store:\n      name: vault\n"
        + some(random, "      kind: SecretStore\n")
        + some(random, "    publish: true\n")
        + some(random, "    path: \"tokens/{cluster}/{mesh}\"\n");
  }

  private static String cluster(String name, int number, int network) {
    return """
        - name: "%1$s"
          network: net%2$d
          apiServer:
            url: https://c%3$d.k8s.example.com:6443
            caFile: ca.pem
    """
        .formatted(name, network, number);
  }

  private static String eastWest(int minor, int number, Random random) {
    int host = number + 1;
    String address =
        minor >= FIRST_WITH_NAMED_GATEWAYS && random.nextBoolean()
            ? "g" + number + ".example.com"
            : "10.20.0." + host;
    String fields =
        switch (random.nextInt(8)) {
          case 0 -> "exposure: externalIP, addresses: [10.30.0." + host + "]";
          case 1 -> "exposure: nodePort, nodePort: 30443, addresses: [10.40.0." + host + "]";
          case 2 -> "exposure: hostPort, addresses: [" + address + "]";
          case 3 -> "discovery: static, addresses: [" + address + "]";
          case 4 ->
              "port: 16443, addresses: [10.20.0."
                  + host
                  + "], service: {annotations: {example.com/hint: \"a: b\"}}";
          case 5 -> "exposure: none";
          default -> "addresses: [" + address + "]";
        };
    return "      eastWest: {" + fields + "}\n";
  }

  private static String istiod(int minor, int number, Random random) {
    return switch (random.nextInt(4)) {
      case 0 ->
          minor >= FIRST_WITH_NAMED_ISTIOD
              ? "      istiod: {host: istiod" + number + ".example.com}\n"
              : "";
      case 1 -> "      istiod: {addresses: [10.50.0." + (number + 1) + "]}\n";
      case 2 -> "      istiod: {exposure: service, addresses: [10.60.0." + (number + 1) + "]}\n";
      default -> "";
    };
  }

  private static String some(Random random, String text) {
    return random.nextBoolean() ? text : "";
  }
}
