package io.meshwright.conformance;

import io.meshwright.istio.IstioReleases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A random mesh, right or wrong, of everything that is rendered for Istio 1.9 and later.
 *
 * @param minor the minor of its Istio
 * @param text its topology
 */
record RandomMesh(int minor, String text) {
  private static final int FIRST = 9;
  private static final int LAST = 31;
  private static final int LAST_OPERATOR = 23;
  private static final int CLUSTERS = 5;

  /** Short, long and digit-like names. */
  private static final List<String> NAMES =
      List.of("x", "k8s", "on-prem", "1a", "e2e", "cluster-a", "eu-west-1", "a".repeat(63));

  static RandomMesh of(long seed) {
    Random random = new Random(seed);
    int minor = FIRST + random.nextInt(LAST - FIRST + 1);
    int primaries = 1 + random.nextInt(3);
    int clusters = primaries + random.nextInt(CLUSTERS - primaries + 1);
    int networks = 1 + random.nextInt(Math.min(clusters, 3));
    StringBuilder text = new StringBuilder(head(seed, minor, random));
    text.append("  networks:\n");
    for (int i = 0; i < networks; i++) {
      text.append("    - name: net").append(i).append('\n');
    }
    text.append("  clusters:\n");
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    for (int i = 0; i < clusters; i++) {
      text.append(cluster(names.get(i), i, i < networks ? i : random.nextInt(networks)));
      if (i >= primaries) {
        List<String> masters = names.subList(0, 1 + random.nextInt(primaries));
        text.append("      role: remote\n      controlPlanes:\n");
        masters.forEach(name -> text.append("        - \"").append(name).append("\"\n"));
      }
      text.append(eastWest(i, random)).append(istiod(i, random));
    }
    return new RandomMesh(minor, text.toString());
  }

  private static String head(long seed, int minor, Random random) {
    int patch = IstioReleases.last(minor).orElse(1);
    return """
        apiVersion: meshwright.io/v1
        kind: MeshTopology
        metadata:
          name: mesh-%1$d
        spec:
          istio:
            version: "1.%2$d.%3$d"
            namespace: mesh-%1$d
        """
            .formatted(seed, minor, patch)
        + (random.nextInt(3) == 0 ? "    revision: canary-1\n" : "")
        + some(random, "    hub: registry.example.com/istio\n")
        + (minor <= LAST_OPERATOR ? some(random, "    install: operator\n") : "")
        + some(random, "  mesh:\n    trustDomain: mesh.example.com\n")
        + some(random, "  overlays: []\n")
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

  private static String eastWest(int number, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "      eastWest: {addresses: [10.20.0." + (number + 1) + "]}\n";
      case 1 -> "      eastWest: {addresses: [g" + number + ".example.com]}\n";
      case 2 ->
          "      eastWest: {exposure: externalIP, addresses: [10.30.0." + (number + 1) + "]}\n";
      case 3 ->
          "      eastWest: {exposure: nodePort, nodePort: 30443, addresses: [10.40.0."
              + (number + 1)
              + "]}\n";
      case 4 ->
          "      eastWest: {port: 16443, service: {annotations: {example.com/hint: \"a: b\"}}}\n";
      default -> "";
    };
  }

  private static String istiod(int number, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> "      istiod: {host: istiod" + number + ".example.com}\n";
      case 1 -> "      istiod: {addresses: [10.50.0." + (number + 1) + "]}\n";
      default -> "";
    };
  }

  private static String some(Random random, String text) {
    return random.nextBoolean() ? text : "";
  }
}
