package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.Tool;
import io.meshwright.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * kubectl, for one server.
 *
 * @param program kubectl
 * @param kubeconfig how it reaches the server
 * @param obituary what to say of a server that has ended; nothing while it runs
 */
record Kubectl(Tool program, Path kubeconfig, Supplier<String> obituary) {
  /** Who applies what is rendered, as the server notes it. */
  static final String MANAGER = "--field-manager=gitops";

  /** All kinds that kubectl or a GitOps tool applies; the others are input of an installer. */
  private static final String KINDS =
      "namespaces,configmaps,secrets,externalsecrets,pushsecrets,"
          + String.join(",", Definitions.RENDERED);

  /** What a server makes by itself. */
  private static final Pattern OF_THE_SERVER = Pattern.compile(" (default|kube-[a-z-]+)(/|$)");

  private static final int WAITS = 100;

  Tool.Run run(String... arguments) throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--kubeconfig=" + kubeconfig, "--cache-dir=" + kubeconfig.resolveSibling("cache")));
    all.addAll(List.of(arguments));
    return program.run(all.toArray(String[]::new));
  }

  /** Runs it, and fails unless it succeeds. */
  String right(String... arguments) throws IOException, InterruptedException {
    Tool.Run run = run(arguments);
    assertEquals(0, run.exit(), () -> String.join(" ", arguments) + "\n" + why(run));
    return run.out();
  }

  /** Returns what went wrong. */
  String why(Tool.Run run) {
    return run.error() + obituary.get();
  }

  /** Returns the layers that it can prune. */
  PrunedLayers pruned() {
    return new PrunedLayers(this);
  }

  /** Applies a layer as a GitOps tool does. */
  Tool.Run apply(Path layer) throws IOException, InterruptedException {
    return run("apply", "-k", layer.toString(), "--server-side", MANAGER);
  }

  /** Applies a layer, fails unless all of it is accepted, and returns how many objects it holds. */
  int accepts(Path layer) throws IOException, InterruptedException {
    Tool.Run run = apply(layer);
    assertEquals("", why(run), layer::toString);
    assertEquals(0, run.exit(), layer::toString);
    return (int) run.out().lines().count();
  }

  /** Fails unless applying the layer once more would change nothing. */
  void hasNothingToChange(Path layer) throws IOException, InterruptedException {
    Tool.Run run = run("diff", "-k", layer.toString(), "--server-side", MANAGER);
    assertEquals("", run.out() + why(run), layer::toString);
    assertEquals(0, run.exit(), layer::toString);
  }

  /** Brings definitions, waits until all of them are established, and returns their names. */
  List<String> define(Definitions... definitions) throws IOException, InterruptedException {
    String files =
        Stream.of(definitions)
            .flatMap(each -> each.files().stream())
            .map(Path::toString)
            .collect(Collectors.joining(","));
    right("apply", "--server-side", "--force-conflicts", "-f", files);
    String[] established = {
      "wait", "--for=condition=Established", "--timeout=60s", "--output=name", "-f", files
    };
    Tool.Run run = run(established);
    // kubectl fails on a definition of which nobody has written any condition yet
    for (int left = WAITS; left > 0 && run.error().contains("conditions accessor"); left--) {
      run = run(established);
    }
    Tool.Run last = run;
    assertEquals(0, last.exit(), () -> why(last));
    return last.out().lines().toList();
  }

  /** Changes what a file, or a folder's kustomization, names as a controller does. */
  void patch(Path objects, String merged) throws IOException, InterruptedException {
    right(
        "patch",
        Files.isDirectory(objects) ? "-k" : "-f",
        objects.toString(),
        "--type=merge",
        "--field-manager=controller",
        "--patch=" + merged);
  }

  /**
   * Returns what was applied and is there, by {@code kind namespace/name}, but for the number of
   * its last write: a server writes once more who owns what in an object that was applied without
   * any field, and nothing else of it.
   */
  SortedMap<String, JsonNode> applied() throws IOException, InterruptedException {
    String list = right("get", KINDS, "-A", "-o", "json");
    SortedMap<String, JsonNode> applied = new TreeMap<>();
    for (JsonNode object : Trees.read(list).path("items")) {
      String name = name(object);
      if (!isOfTheServer(name)) {
        ((ObjectNode) object.path("metadata")).remove("resourceVersion");
        applied.put(name, object);
      }
    }
    return applied;
  }

  /** Returns whether a server makes what is called {@code kind namespace/name} by itself. */
  static boolean isOfTheServer(String name) {
    return OF_THE_SERVER.matcher(name).find();
  }

  /** Returns {@code kind namespace/name} of an object. */
  static String name(JsonNode object) {
    JsonNode metadata = object.path("metadata");
    String namespace =
        Optional.of(metadata.path("namespace").asString(""))
            .filter(text -> !text.isEmpty())
            .map(text -> text + "/")
            .orElse("");
    return object.path("kind").asString() + " " + namespace + metadata.path("name").asString();
  }
}
