package io.meshwright.conformance;

import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.Trees;
import io.meshwright.model.Cluster;
import io.meshwright.model.Topology;
import io.meshwright.output.ClusterFiles;
import io.meshwright.plan.ApplicationOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A mesh in which each cluster has a real API server, and External Secrets. Istio's installer is
 * played: it brings its definitions and the reader's account.
 */
final class ServedMesh implements AutoCloseable {
  private static final String BOOTSTRAP = "bootstrap";
  private static final String INSTALLED = "control-plane";

  private final Servers stock;
  private final Path root;
  private final SortedMap<String, ApiServer> servers = new TreeMap<>();
  private final Set<String> installed = new ConcurrentSkipListSet<>();
  private RenderedMesh mesh;
  private int written;

  private ServedMesh(Servers stock, Path root, RenderedMesh mesh) {
    this.stock = stock;
    this.root = root;
    this.mesh = mesh;
  }

  /** Takes servers of {@code stock}, and writes {@code mesh} into a folder in {@code root}. */
  static ServedMesh of(Servers stock, Path root, RenderedMesh mesh)
      throws IOException, InterruptedException {
    ServedMesh served = new ServedMesh(stock, root, mesh);
    served.write();
    List<String> names = mesh.clusters().stream().map(ClusterFiles::cluster).toList();
    List<ApiServer> taken = stock.take(names.size());
    for (int i = 0; i < names.size(); i++) {
      served.servers.put(names.get(i), taken.get(i));
    }
    return served;
  }

  /**
   * Applies another rendering of the mesh, each layer of a cluster as a set of its own, and has
   * kubectl delete what is no longer in it.
   */
  void becomes(RenderedMesh other) throws IOException, InterruptedException {
    SortedMap<String, List<Path>> before = new TreeMap<>();
    for (String cluster : clusters()) {
      before.put(cluster, layers(cluster));
    }
    mesh = other;
    written++;
    write();
    apply((kubectl, layer) -> kubectl.pruned().becomes(layer));
    for (String cluster : clusters()) {
      List<Path> gone = new ArrayList<>(before.getOrDefault(cluster, List.of()));
      List<String> here = layers(cluster).stream().map(ServedMesh::name).toList();
      gone.removeIf(layer -> here.contains(name(layer)));
      Collections.reverse(gone);
      for (Path layer : gone) {
        kubectl(cluster).pruned().goes(name(layer));
      }
      kubectl(cluster).pruned().endNamespaces();
    }
  }

  private static String name(Path layer) {
    return String.valueOf(layer.getFileName());
  }

  private void write() throws IOException {
    TestMesh.write(mesh, folder());
  }

  private Path folder() {
    return root.resolve("output" + written);
  }

  /** Returns the files of what kubectl applies, by {@code cluster: kind namespace/name}. */
  SortedMap<String, Path> objects() throws IOException {
    SortedMap<String, Path> objects = new TreeMap<>();
    for (String cluster : clusters()) {
      for (Path layer : layers(cluster)) {
        try (Stream<Path> files = Files.list(layer)) {
          for (Path file : files.filter(file -> !file.endsWith("kustomization.yaml")).toList()) {
            objects.put(cluster + ": " + Kubectl.name(Trees.read(Files.readString(file))), file);
          }
        }
      }
    }
    return objects;
  }

  Set<String> clusters() {
    return servers.keySet();
  }

  Kubectl kubectl(String cluster) {
    return Optional.ofNullable(servers.get(cluster)).orElseThrow().kubectl();
  }

  /** Returns the layers of a cluster that kubectl applies, in order. */
  List<Path> layers(String cluster) {
    List<Path> layers = new ArrayList<>();
    for (ApplicationOrder.Step step : mesh.order().steps()) {
      if (!isInstalled(step) && step.clusters().contains(cluster)) {
        layers.add(layer(cluster, step.path()));
      }
    }
    return layers;
  }

  Path layer(String cluster, String name) {
    return folder().resolve(cluster).resolve(name);
  }

  /** Returns the texts of what kubectl applies, by {@code cluster: kind namespace/name}. */
  SortedMap<String, String> texts() throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, Path> object : objects().entrySet()) {
      texts.put(object.getKey(), Files.readString(object.getValue()));
    }
    return texts;
  }

  /** Applies what comes before any installer. */
  void applyBootstrap() throws IOException, InterruptedException {
    AtOnce.each(clusters(), cluster -> kubectl(cluster).accepts(layer(cluster, BOOTSTRAP)));
  }

  /** Returns a folder that holds all layers of a cluster that kubectl applies. */
  Path together(String cluster) throws IOException {
    return Together.in(folder(), layers(cluster));
  }

  /** Applies all layers in the order that {@code render} prints. */
  void apply() throws IOException, InterruptedException {
    apply(Kubectl::accepts);
  }

  /** A way to apply a layer. */
  private interface Way {
    void apply(Kubectl kubectl, Path layer) throws IOException, InterruptedException;
  }

  private void apply(Way way) throws IOException, InterruptedException {
    for (ApplicationOrder.Step step : mesh.order().steps()) {
      AtOnce.each(
          step.clusters(),
          cluster -> {
            if (isInstalled(step)) {
              install(cluster);
            } else {
              way.apply(kubectl(cluster), layer(cluster, step.path()));
            }
          });
    }
  }

  /** Returns whether an installer, or Istio's operator, makes of it what is in the cluster. */
  private static boolean isInstalled(ApplicationOrder.Step step) {
    return step.path().startsWith(INSTALLED);
  }

  /** Brings what an installer of Istio brings and the rendered objects need. */
  private void install(String cluster) throws IOException, InterruptedException {
    if (!installed.add(cluster)) {
      return;
    }
    Topology topology = mesh.facts().topology();
    int minor = mesh.facts().cluster(cluster).orElseThrow().version().minor();
    // what is applied is asked for by kind, which the server must know even where there is none
    kubectl(cluster)
        .define(
            Definitions.istio(stock.programs(), minor).rendered(root),
            Definitions.newest(stock.programs(), "sigs.k8s.io/gateway-api").rendered(root));
    kubectl(cluster)
        .right(
            "create",
            "serviceaccount",
            "istio-reader-service-account",
            "--namespace=" + topology.istio().namespace());
    for (Cluster host : mesh.facts().cluster(cluster).orElseThrow().configures()) {
      String revision = host.release().revision().map(name -> "-" + name).orElse("");
      kubectl(cluster)
          .right(
              "create",
              "serviceaccount",
              "istiod" + revision,
              "--namespace=" + topology.istio().namespace());
    }
  }

  /** Returns what was applied and is there, by {@code cluster: kind namespace/name}. */
  SortedMap<String, JsonNode> applied() throws IOException, InterruptedException {
    SortedMap<String, JsonNode> applied = new ConcurrentSkipListMap<>();
    AtOnce.each(
        clusters(),
        cluster ->
            kubectl(cluster)
                .applied()
                .forEach((name, object) -> applied.put(cluster + ": " + name, object)));
    return applied;
  }

  @Override
  public void close() throws IOException {
    try {
      stock.back(List.copyOf(servers.values()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
