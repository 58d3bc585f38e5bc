package io.meshwright.conformance;

import io.meshwright.istio.IstioFeature;
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
  static final int ROUND = 27 * 9;

  private static final int FIRST = 5;
  private static final int MINORS = 27;
  private static final int MODELS = 9;
  private static final int AMBIENT = 6;
  private static final int EXTERNAL = 7;
  private static final int EXTERNAL_NETWORKS = 8;
  private static final int LAST_OPERATOR = 23;

  /** What cannot be mixed with the minor before. */
  private static final List<Integer> ALONE = List.of(5, 6, 7, 8, 15);

  /** Istio 1.5, 1.7 and 1.8 have theirs fixed. */
  private static final List<Integer> FIXED_NAMESPACE = List.of(5, 7, 8);

  private static final int FIRST_WITH_TAGS = 20;
  private static final int FIRST_WITH_NAMED_GATEWAYS = 13;
  private static final int FIRST_WITH_NAMED_ISTIOD = 15;

  /** Short, long and digit-like names. */
  private static final List<String> NAMES =
      List.of("x", "k8s", "on-prem", "1a", "e2e", "cluster-a", "eu-west-1", "a".repeat(63));

  /**
   * How many of each a mesh has.
   *
   * @param model the number of its model
   * @param primaries the clusters with an istiod for the mesh
   * @param clusters all clusters
   * @param networks the networks
   */
  private record Shape(int model, int primaries, int clusters, int networks) {
    static Shape of(int model, Random random) {
      if (model == AMBIENT) {
        int clusters = 2 + random.nextInt(2);
        return new Shape(model, clusters, clusters, clusters);
      }
      if (model >= EXTERNAL) {
        int networks = model == EXTERNAL_NETWORKS ? 2 : 1;
        return new Shape(model, 1, 3 + random.nextInt(2), networks);
      }
      int primaries = model % 3 == 0 ? 1 : 2 + random.nextInt(2);
      int clusters = primaries + (model % 3 == 1 ? 0 : 1 + random.nextInt(2));
      int networks = model < 3 ? 1 : 2 + random.nextInt(clusters - 1);
      return new Shape(model, primaries, clusters, Math.min(networks, clusters));
    }

    boolean several() {
      return networks > 1;
    }

    boolean isHosted() {
      return model >= EXTERNAL;
    }
  }

  /** Returns whether a minor has the model of a seed. */
  static boolean exists(int seed) {
    int minor = FIRST + seed % MINORS;
    int model = seed / MINORS % MODELS;
    return (model != AMBIENT || IstioFeature.AMBIENT_OF_SEVERAL_CLUSTERS.since() <= minor)
        && (model < EXTERNAL || IstioFeature.HOSTED_CONTROL_PLANE.since() <= minor);
  }

  static RandomMesh of(int seed) {
    Random random = new Random(seed);
    int minor = FIRST + seed % MINORS;
    Shape shape = Shape.of(seed / MINORS % MODELS, random);
    boolean fixed = FIXED_NAMESPACE.contains(minor);
    String namespace = fixed ? "istio-system" : "mesh-" + seed;
    StringBuilder text = new StringBuilder(head(seed, minor, namespace, shape, random));
    text.append("  networks:\n");
    for (int i = 0; i < shape.networks(); i++) {
      text.append("    - name: net").append(i).append('\n');
    }
    if (shape.several() && random.nextInt(3) == 0) {
      String cidrs = shape.model() == AMBIENT ? "" : ", cidrs: [172.20.0.0/16]";
      text.append("    - {name: plant")
          .append(cidrs)
          .append(", gateways: [{address: 10.70.0.1}]}\n");
    }
    text.append("  clusters:\n");
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    for (int i = 0; i < shape.clusters(); i++) {
      text.append(cluster(shape, names, i, minor, namespace, random));
    }
    return new RandomMesh(minor, namespace, text.toString());
  }

  private static String cluster(
      Shape shape, List<String> names, int number, int minor, String namespace, Random random) {
    boolean host = shape.isHosted() && number == 0;
    boolean primary = number < shape.primaries();
    int member = shape.isHosted() ? number - 1 : number;
    int network = member < shape.networks() ? member : random.nextInt(shape.networks());
    StringBuilder text = new StringBuilder("    - name: \"" + names.get(number) + "\"\n");
    if (host) {
      return text.append(host(names.get(1), namespace, random)).toString();
    }
    int masters = 1 + random.nextInt(shape.primaries());
    text.append("      network: net").append(network).append('\n');
    text.append(apiServer(shape, names, number, primary ? 1 : masters, random));
    if (!primary) {
      text.append("      role: remote\n      controlPlanes: ")
          .append(quoted(names.subList(0, masters)))
          .append('\n');
    }
    if (number > 0 && !ALONE.contains(minor) && random.nextInt(4) == 0) {
      text.append("      istio: {version: \"").append(release(minor - 1)).append("\"}\n");
    }
    return text.append(eastWest(shape, minor, number, primary, random))
        .append(shape.model() >= AMBIENT ? "" : istiod(minor, number, random))
        .toString();
  }

  private static String host(String configCluster, String namespace, Random random) {
    return """
          role: external
          external:
            configCluster: "%s"
            host: istiod.example.com
            gatewayNamespace: %s-gateway
            %s
    """
        .formatted(
            configCluster,
            namespace,
            random.nextBoolean() ? "certificateSecret: server" : "tls: passthrough");
  }

  private static String apiServer(
      Shape shape, List<String> names, int number, int readers, Random random) {
    int more = random.nextInt(shape.primaries() - readers + 1);
    return """
          apiServer:
            url: https://c%d.k8s.example.com:6443
            caFile: ca.pem
    """
            .formatted(number)
        + some(random, "        tlsServerName: kubernetes.example.com\n")
        + some(random, "        proxyUrl: http://proxy.example.com:3128\n")
        + (!shape.isHosted() && random.nextInt(4) == 0
            ? "        reachableFrom: " + quoted(names.subList(0, readers + more)) + "\n"
            : "");
  }

  private static List<String> quoted(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').toList();
  }

  private static String release(int minor) {
    return "1." + minor + "." + IstioReleases.last(minor).orElse(1);
  }

  private static String head(int seed, int minor, String namespace, Shape shape, Random random) {
    return """
        apiVersion: meshwright.io/v1
        kind: MeshTopology
        metadata:
          name: mesh-%d
        spec:
          istio:
            version: "%s"
            namespace: %s
        """
            .formatted(seed, release(minor), namespace)
        + (random.nextInt(3) == 0 ? revision(minor, random) : "")
        + some(random, "    hub: registry.example.com/istio\n")
        + (minor <= LAST_OPERATOR ? some(random, "    install: operator\n") : "")
        + (random.nextInt(3) == 0 ? "  mesh:\n    id: shop\n" : "  mesh:\n    id: mesh\n")
        + (shape.model() == AMBIENT
            ? "    dataPlane: ambient\n"
            : some(random, "    trustDomain: mesh.example.com\n"))
        + some(random, "    trustDomainAliases: [old.example.com]\n")
        + some(random, "    clusterDomain: clusters.example.com\n")
        + (IstioFeature.SHARED_MESH_CONFIG.since() <= minor
            ? some(random, "    config: {accessLogFile: /dev/stdout}\n")
            : "")
        + (random.nextInt(8) == 0
            ? "  certificates:\n    source: none\n"
            : some(random, "  certificates:\n    path: \"pki/{mesh}/{cluster}\"\n"))
        + "  secrets:\n    store:\n      name: vault\n"
        + some(random, "      kind: SecretStore\n")
        + some(random, "    publish: true\n")
        + some(random, "    path: \"tokens/{cluster}/{mesh}\"\n");
  }

  private static String revision(int minor, Random random) {
    String tags = minor < FIRST_WITH_TAGS ? "" : some(random, "    tags: [stable]\n");
    boolean canary = minor >= FIRST_WITH_TAGS && minor < FIRST + MINORS - 1;
    return "    revision: first-1\n"
        + tags
        + (canary
            ? some(
                random,
                "    canary: {version: \""
                    + release(minor + 1)
                    + "\", revision: second-1, tags: [next]}\n")
            : "");
  }

  private static String eastWest(
      Shape shape, int minor, int number, boolean primary, Random random) {
    int host = number + 1;
    String address =
        minor >= FIRST_WITH_NAMED_GATEWAYS && random.nextBoolean()
            ? "g" + number + ".example.com"
            : "10.20.0." + host;
    String others =
        shape.several() && random.nextBoolean()
            ? ", addressesFor: [{network: net0, addresses: [10.80.0." + host + "]}]"
            : "";
    boolean api =
        primary
            && shape.model() < AMBIENT
            && IstioFeature.KUBERNETES_GATEWAY.since() <= minor
            && random.nextInt(4) == 0;
    String fields =
        switch (random.nextInt(shape.model() == AMBIENT ? 2 : 8)) {
          case 0 -> "exposure: externalIP, addresses: [10.30.0." + host + "]";
          case 1 ->
              "addresses: [10.20.0."
                  + host
                  + "], service: {loadBalancerIP: 10.20.0."
                  + host
                  + ", annotations: {example.com/hint: \"a: b\"}}";
          case 2 -> "exposure: nodePort, nodePort: 30443, addresses: [10.40.0." + host + "]";
          case 3 -> "exposure: nodePort, service: {nodeSelector: {example.com/edge: \"true\"}}";
          case 4 -> "exposure: hostPort, addresses: [" + address + "]" + others;
          case 5 -> "discovery: static, addresses: [" + address + ", 10.20.1.1]" + others;
          case 6 -> "port: 16443, addresses: [10.20.0." + host + "]";
          default -> shape.several() ? "addresses: [" + address + "]" : "exposure: none";
        };
    return "      eastWest: {" + (api ? "api: gateway, " : "") + fields + "}\n";
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
