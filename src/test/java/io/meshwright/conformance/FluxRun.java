package io.meshwright.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.net.httpserver.HttpServer;
import io.meshwright.Tool;
import io.meshwright.Trees;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Flux's own kustomize-controller, which applies a repository to real API servers. Two others are
 * played: source-controller, whose artifacts are served here, and helm-controller, which says that
 * a release is installed.
 */
final class FluxRun implements AutoCloseable {
  /** Names the folder with the controller. */
  static final String ENGINES = "GITOPS_ENGINES";

  private static final String NAMESPACE = "flux-system";
  private static final String RELEASES = "helmreleases.helm.toolkit.fluxcd.io";

  private static final String READY =
      """
      {"status": {
        "observedGeneration": %d,
        "conditions": [{
          "type": "Ready",
          "status": "True",
          "reason": "Succeeded",
          "message": "done",
          "observedGeneration": %d,
          "lastTransitionTime": "2020-01-01T00:00:00Z"}]}}
      """;

  private static final int POLLS = 300;
  private static final int POLL_MILLISECONDS = 200;

  private final ApiServer management;
  private final HttpServer web;
  private final Map<String, byte[]> artifacts = new ConcurrentHashMap<>();
  private final Supervised controller;
  private final Path folder;

  private FluxRun(ApiServer management, HttpServer web, Supervised controller, Path folder) {
    this.management = management;
    this.web = web;
    this.controller = controller;
    this.folder = folder;
  }

  /** Returns the controller, where the machine has it. */
  static Optional<Path> controller() {
    return Optional.ofNullable(System.getenv(ENGINES))
        .filter(name -> !name.isEmpty())
        .map(name -> new File(name, "kustomize-controller").toPath().toAbsolutePath())
        .filter(Files::isExecutable);
  }

  /**
   * Starts the controller on {@code management}.
   *
   * @param clusters the servers of the clusters, by the name of the Secret with their kubeconfig
   */
  static FluxRun start(
      Programs programs, ApiServer management, Map<String, ApiServer> clusters, Path folder)
      throws IOException, InterruptedException {
    Kubectl kubectl = management.kubectl();
    kubectl.define(
        Definitions.newest(programs, "github.com/fluxcd/kustomize-controller"),
        Definitions.newest(programs, "github.com/fluxcd/helm-controller"),
        Definitions.newest(programs, "github.com/fluxcd/source-controller"));
    kubectl.right("create", "namespace", NAMESPACE);
    for (Map.Entry<String, ApiServer> cluster : clusters.entrySet()) {
      Path file = folder.resolve(cluster.getKey() + ".kubeconfig");
      Files.writeString(file, whole(cluster.getValue().kubectl().kubeconfig()));
      kubectl.right(
          "create",
          "secret",
          "generic",
          cluster.getKey(),
          "--namespace=" + NAMESPACE,
          "--from-file=value=" + file);
    }
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FluxRun run = new FluxRun(management, web, launched(kubectl, folder), folder);
    web.createContext("/", exchange -> run.serve(exchange.getRequestURI().getPath(), exchange));
    web.start();
    return run;
  }

  private static Supervised launched(Kubectl kubectl, Path folder) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    return Supervised.start(
        Path.of("/usr/bin/env"),
        folder.resolve("kustomize-controller.log"),
        List.of(
            "KUBECONFIG=" + kubectl.kubeconfig(),
            "RUNTIME_NAMESPACE=" + NAMESPACE,
            "TMPDIR=" + temporary,
            controller().orElseThrow().toString(),
            "--metrics-addr=127.0.0.1:0",
            "--health-addr=127.0.0.1:0",
            "--requeue-dependency=1s",
            "--no-remote-bases"));
  }

  /** A kubeconfig in a Secret names no files. */
  private static String whole(Path kubeconfig) throws IOException {
    byte[] authority = Files.readAllBytes(kubeconfig.resolveSibling("apiserver.crt"));
    return Files.readString(kubeconfig)
        .replace(
            "certificate-authority: apiserver.crt",
            "certificate-authority-data: " + Base64.getEncoder().encodeToString(authority));
  }

  private void serve(String path, com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    byte[] artifact = artifacts.getOrDefault(path, new byte[0]);
    exchange.sendResponseHeaders(artifact.length == 0 ? 404 : 200, Math.max(artifact.length, 1));
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(artifact.length == 0 ? new byte[1] : artifact);
    }
  }

  /** Plays source-controller: the repository is now what lies in {@code repository}. */
  void publish(Path repository) throws IOException, InterruptedException {
    Path archive = folder.resolve("artifact.tar.gz");
    Tool.Run run =
        Tool.onPath("tar")
            .orElseThrow()
            .run("-czf", archive.toString(), "-C", repository.toString(), ".");
    if (run.exit() != 0) {
      fail(run.error());
    }
    byte[] bytes = Files.readAllBytes(archive);
    String digest = sha256(bytes);
    String path = "/" + digest + ".tar.gz";
    artifacts.put(path, bytes);
    String revision = "main@sha1:" + digest.substring(0, 40);
    String status =
        """
        {"status": {
          "observedGeneration": 1,
          "artifact": {
            "path": "%s",
            "url": "http://127.0.0.1:%d%s",
            "revision": "%s",
            "digest": "sha256:%s",
            "size": %d,
            "lastUpdateTime": "2020-01-01T00:00:00Z"},
          "conditions": [{
            "type": "Ready",
            "status": "True",
            "reason": "Succeeded",
            "message": "stored artifact",
            "observedGeneration": 1,
            "lastTransitionTime": "2020-01-01T00:00:00Z"}]}}
        """
            .formatted(path, web.getAddress().getPort(), path, revision, digest, bytes.length);
    for (String name : names("gitrepositories")) {
      patchStatus("gitrepository", name, status);
    }
    awaitApplied(revision);
  }

  /** Waits until every Kustomization has applied {@code revision} and is ready. */
  private void awaitApplied(String revision) throws IOException, InterruptedException {
    List<String> waiting = List.of("all");
    int steady = 0;
    for (int poll = 0; poll < POLLS; poll++) {
      sayInstalled();
      waiting = waiting(revision);
      // the parent may just have brought another one
      steady = waiting.isEmpty() ? steady + 1 : 0;
      if (steady == 3) {
        return;
      }
      if (controller.endsWithin(POLL_MILLISECONDS)) {
        break;
      }
    }
    fail(String.join("\n", waiting) + "\n" + controller.lastWords());
  }

  private List<String> waiting(String revision) throws IOException, InterruptedException {
    List<String> waiting = new ArrayList<>();
    for (JsonNode kustomization : objects("kustomizations.kustomize.toolkit.fluxcd.io")) {
      JsonNode status = kustomization.path("status");
      boolean ready = false;
      String message = "";
      for (JsonNode condition : status.path("conditions")) {
        if (condition.path("type").asString("").equals("Ready")) {
          ready = condition.path("status").asString("").equals("True");
          message = condition.path("message").asString("");
        }
      }
      if (!ready || !status.path("lastAppliedRevision").asString("").equals(revision)) {
        waiting.add(kustomization.at("/metadata/name").asString("") + ": " + message);
      }
    }
    return waiting;
  }

  /** Plays helm-controller, and source-controller for the charts. */
  private void sayInstalled() throws IOException, InterruptedException {
    for (String kind : List.of("ocirepositories.source.toolkit.fluxcd.io", RELEASES)) {
      for (JsonNode object : objects(kind)) {
        int generation = object.at("/metadata/generation").asInt();
        if (object.at("/status/observedGeneration").asInt(-1) != generation) {
          patchStatus(
              kind,
              object.at("/metadata/name").asString(),
              READY.formatted(generation, generation));
        }
      }
    }
  }

  private void patchStatus(String kind, String name, String status)
      throws IOException, InterruptedException {
    management
        .kubectl()
        .right(
            "patch",
            kind,
            name,
            "--namespace=" + NAMESPACE,
            "--subresource=status",
            "--type=merge",
            "--patch=" + status);
  }

  /** Returns the names of the engine's objects of {@code kind}, sorted. */
  List<String> names(String kind) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    objects(kind).forEach(object -> names.add(object.at("/metadata/name").asString()));
    return names;
  }

  private JsonNode objects(String kind) throws IOException, InterruptedException {
    String list =
        management.kubectl().right("get", kind, "--namespace=" + NAMESPACE, "--output=json");
    return Trees.read(list).path("items");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException(none);
    }
  }

  /** Returns what the controller printed, for a test that fails. */
  String log() throws IOException {
    return Files.readString(folder.resolve("kustomize-controller.log"), UTF_8);
  }

  @Override
  public void close() {
    controller.close();
    web.stop(0);
  }
}
