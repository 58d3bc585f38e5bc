package io.meshwright.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What istiod asks another cluster's API server for.
 *
 * @param whom which clusters it asks, a word of the file
 * @param since the first minor of Istio that asks
 * @param until the last one
 * @param resource the resource with its group, such as {@code pods} or {@code replicasets.apps}
 * @param verbs what it does with it, such as {@code list}
 */
record Asked(String whom, int since, int until, String resource, List<String> verbs) {
  /** What istiod does with every cluster that it reads. */
  static final String READ = "read";

  /** What it does, too, with a cluster whose proxies call it. */
  static final String SERVED = "served";

  /** What it does, too, with a cluster without an istiod of its own. */
  static final String LED = "led";

  /** What it does only where somebody asked for Kubernetes' multi-cluster Services. */
  static final String MULTI_CLUSTER_SERVICES = "mcs";

  private static final Path FILE = Path.of("src/conformance/istiod-asks.txt");

  /** Returns what istiod of {@code 1.minor} asks those clusters. */
  static List<Asked> by(int minor, Set<String> whom) throws IOException {
    return Files.readAllLines(FILE, UTF_8).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line(line.split(" +", -1)))
        .filter(asked -> asked.since <= minor && minor <= asked.until && whom.contains(asked.whom))
        .toList();
  }

  /** Returns what somebody may ask of a resource. */
  static Asked of(String resource, String... verbs) {
    return new Asked("", 0, 0, resource, List.of(verbs));
  }

  private static Asked line(String... words) {
    String[] minors = words[1].split("-", -1);
    return new Asked(
        words[0],
        Integer.parseInt(minors[0]),
        Integer.parseInt(minors[1]),
        words[2],
        List.of(words[3].split(",", -1)));
  }

  /** Returns the resource without its group. */
  String name() {
    return resource.split("[./]", -1)[0];
  }

  /** Returns what stands behind a slash, such as {@code token}; else nothing. */
  String subresource() {
    return resource.contains("/") ? resource.substring(resource.indexOf('/') + 1) : "";
  }

  /** Returns the resource's group; empty for Kubernetes' oldest one. */
  String group() {
    return resource.contains(".") ? resource.substring(resource.indexOf('.') + 1) : "";
  }
}
