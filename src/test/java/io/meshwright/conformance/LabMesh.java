package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.RenderResult;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A topology that speaks of the laboratory: with its addresses in the places of {@code lb-of-c1} (a
 * load balancer), {@code node-of-c1}, {@code other-of-c1} (another load balancer) and {@code
 * server-of-c1} (an API server), its certificate authority in every file below {@code pki}, and the
 * Istio that it runs.
 *
 * @param lab the laboratory
 * @param source the topology's folder
 * @param folder a copy of it
 * @param text the topology, with addresses
 * @param world the clusters, each as name=network
 * @param addresses what the laboratory says of each cluster, by name
 */
record LabMesh(
    Lab lab,
    Path source,
    Path folder,
    String text,
    List<String> world,
    SortedMap<String, JsonNode> addresses) {
  private static final Pattern VERSION = Pattern.compile("\\bversion: \"[^\"]+\"");

  /** Where clusters are that are no part of the mesh. */
  private static final String OUTSIDE = "outside";

  private static final Pattern ASKED = Pattern.compile("istioctl (\\S+),");
  private static final Pattern ADDRESS = Pattern.compile("\\b(lb|node|other|server)-of-([\\w-]+)");

  /** Copies {@code source} to {@code folder}; each key of {@code changes} becomes its value. */
  static LabMesh of(Lab lab, Path source, Path folder, Map<String, String> changes)
      throws IOException, InterruptedException {
    String text = new TestMesh(source).copiedTo(folder).text();
    for (Map.Entry<String, String> change : changes.entrySet()) {
      text = replaced(text, change.getKey(), change.getValue());
    }
    Matcher asked = ASKED.matcher(Lab.versions());
    assertTrue(asked.find());
    text = VERSION.matcher(text).replaceAll("version: \"" + asked.group(1) + "\"");
    List<String> world = world(Trees.read(text));
    JsonNode plan = lab.addresses(world);
    SortedMap<String, JsonNode> addresses = new TreeMap<>();
    plan.path("clusters").forEach(cluster -> addresses.put(word(cluster, "name"), cluster));
    trust(folder.resolve("pki"), Files.readString(Path.of(word(plan, "ca"))));
    LabMesh mesh = new LabMesh(lab, source, folder, text, world, addresses);
    return mesh.with(mesh.addressed(text));
  }

  /** Replaces what must be there. */
  static String replaced(String text, String old, String by) {
    String changed = text.replace(old, by);
    assertNotEquals(text, changed, old);
    return changed;
  }

  private static List<String> world(JsonNode topology) {
    List<String> world = new ArrayList<>();
    String only = topology.at("/spec/networks/0/name").asString();
    for (JsonNode cluster : topology.at("/spec/clusters")) {
      boolean host = cluster.path("role").asString("").equals("external");
      String network = cluster.path("network").asString(host ? OUTSIDE : only);
      world.add(word(cluster, "name") + "=" + network);
    }
    return world;
  }

  private static void trust(Path pki, String authority) throws IOException {
    Files.createDirectories(pki);
    Files.writeString(pki.resolve("lab.pem"), authority);
    try (Stream<Path> files = Files.list(pki)) {
      for (Path file : files.toList()) {
        Files.writeString(file, authority);
      }
    }
  }

  /** Renders it, and fails on any error. */
  RenderedMesh rendered() throws IOException {
    return new TestMesh(folder).rendered(text);
  }

  /** Returns the mesh of another topology of the same clusters. */
  LabMesh with(String other) {
    return new LabMesh(lab, source, folder, other, world, addresses);
  }

  /** Returns what comes of the topology with a mistake in it. */
  RenderResult rendered(String mistaken) throws IOException {
    return new TestMesh(folder).render(mistaken);
  }

  /** Returns a link to it from the suite's page. */
  String link() {
    return "[%s](../%s)".formatted(source.getFileName(), source);
  }

  /** Puts the laboratory's addresses into {@code words}. */
  String addressed(String words) {
    return ADDRESS
        .matcher(words)
        .replaceAll(found -> word(cluster(found.group(2)), found.group(1)));
  }

  /** Returns what the laboratory says of a cluster. */
  JsonNode cluster(String name) {
    return Optional.ofNullable(addresses.get(name)).orElseThrow();
  }

  /** Returns whether pods of these clusters reach each other. */
  boolean inOneNetwork(String one, String other) {
    return word(cluster(one), "network").equals(word(cluster(other), "network"));
  }

  static String word(JsonNode tree, String key) {
    JsonNode value = tree.path(key);
    assertTrue(value.isString(), () -> key + " in " + tree);
    return value.stringValue();
  }
}
