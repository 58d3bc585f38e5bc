package io.meshwright.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.meshwright.Tool;
import io.meshwright.Trees;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Argo CD's own application controller and repository server, which apply a git repository to real
 * API servers. The controllers of the clusters are played by whoever asks.
 */
final class ArgoRun implements AutoCloseable {
  private static final String NAMESPACE = "argocd";
  private static final String URL = "https://git.example.com/mesh.git";
  private static final Path PAGE = Path.of("docs/gitops.md");
  private static final int POLLS = 600;
  private static final int POLL_MILLISECONDS = 250;

  /** What users of Argo CD are told to put into its ConfigMap. */
  private static final Pattern HEALTH =
      Pattern.compile(
          "(?s)\n(  resource\\.customizations\\.health\\.argoproj\\.io_Application:.*?)```");

  private static final String PROJECT =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: AppProject
      metadata: {name: default, namespace: argocd}
      spec:
        sourceRepos: ["*"]
        destinations: [{namespace: "*", server: "*"}]
        clusterResourceWhitelist: [{group: "*", kind: "*"}]
      """;

  private final Kubectl kubectl;
  private final Path folder;
  private final List<Supervised> running = new ArrayList<>();

  private ArgoRun(Kubectl kubectl, Path folder) {
    this.kubectl = kubectl;
    this.folder = folder;
  }

  /** Plays the controllers of the clusters that a mesh names and that are not here. */
  interface Played {
    /** Does what they would do next; called again and again. */
    void play() throws IOException, InterruptedException;
  }

  /** Returns Argo CD's programs, where the machine has them. */
  static Optional<Path> program() {
    return Optional.ofNullable(System.getenv("GITOPS_ENGINES"))
        .filter(name -> !name.isEmpty())
        .map(name -> new File(name, "argocd-engine").toPath().toAbsolutePath())
        .filter(Files::isExecutable);
  }

  /**
   * Starts Argo CD on {@code management}, as its own manifests set it up, with what our page says.
   *
   * @param clusters the servers of the clusters, by the name that Argo CD has for each
   * @param folder an empty folder for it
   */
  static ArgoRun start(
      Programs programs, ApiServer management, Map<String, ApiServer> clusters, Path folder)
      throws IOException, InterruptedException {
    Kubectl kubectl = management.kubectl();
    Definitions definitions = Definitions.newest(programs, "github.com/argoproj/argo-cd/v3");
    kubectl.define(definitions);
    kubectl.right("create", "namespace", NAMESPACE);
    Path manifests = definitions.files().get(0).resolveSibling("../base/config/argocd-cm.yaml");
    Matcher health = HEALTH.matcher(Files.readString(PAGE));
    if (!health.find()) {
      fail(PAGE + " does not say how the health check of Applications is restored");
    }
    apply(kubectl, folder, "argocd-cm", Files.readString(manifests) + health.group(1));
    apply(kubectl, folder, "project", PROJECT);
    secret(kubectl, "argocd-secret", "app.kubernetes.io/part-of=argocd", "server.secretkey=x");
    secret(kubectl, "argocd-redis", "app.kubernetes.io/part-of=argocd", "auth=");
    for (Map.Entry<String, ApiServer> cluster : clusters.entrySet()) {
      addCluster(kubectl, cluster.getKey(), cluster.getValue().kubectl().kubeconfig());
    }
    ArgoRun run = new ArgoRun(kubectl, folder);
    boolean ready = false;
    try {
      run.launch();
      ready = true;
      return run;
    } finally {
      if (!ready) {
        run.close();
      }
    }
  }

  private static void apply(Kubectl kubectl, Path folder, String name, String text)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), text);
    kubectl.right("apply", "--server-side", "--namespace=" + NAMESPACE, "-f", file.toString());
  }

  private static void secret(Kubectl kubectl, String name, String label, String... values)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of("create", "secret", "generic", name, "--namespace=" + NAMESPACE));
    Stream.of(values).forEach(value -> words.add("--from-literal=" + value));
    kubectl.right(words.toArray(String[]::new));
    kubectl.right("label", "secret", name, label, "--namespace=" + NAMESPACE);
  }

  private static void addCluster(Kubectl kubectl, String name, Path kubeconfig)
      throws IOException, InterruptedException {
    JsonNode config = Trees.read(Files.readString(kubeconfig));
    byte[] authority = Files.readAllBytes(kubeconfig.resolveSibling("apiserver.crt"));
    secret(
        kubectl,
        "cluster-" + name,
        "argocd.argoproj.io/secret-type=cluster",
        "name=" + name,
        "server=" + config.at("/clusters/0/cluster/server").asString(),
        "config={\"bearerToken\": \"%s\", \"tlsClientConfig\": {\"caData\": \"%s\"}}"
            .formatted(
                config.at("/users/0/user/token").asString(),
                Base64.getEncoder().encodeToString(authority)));
  }

  private void launch() throws IOException, InterruptedException {
    Path programs = Files.createDirectories(folder.resolve("bin"));
    // Argo CD runs both, in the same way: kubectl has kustomize's own code
    script(
        programs.resolve("kustomize"),
        "[ \"$1\" = build ] && shift\nexec \"" + kubectl.program().file() + "\" kustomize \"$@\"");
    script(programs.resolve("git-verify-wrapper.sh"), "exit 0");
    List<Integer> ports = new ArrayList<>(ApiServer.freePorts());
    ports.addAll(ApiServer.freePorts());
    String redis = "--redis=127.0.0.1:" + ports.get(0);
    start("redis", "127.0.0.1:" + ports.get(0));
    start(
        "argocd-repo-server",
        "--address=127.0.0.1",
        "--port=" + ports.get(1),
        "--metrics-address=127.0.0.1",
        "--metrics-port=" + ports.get(2),
        "--disable-tls",
        "--client-ca-path=",
        redis);
    start(
        "argocd-application-controller",
        "--kubeconfig=" + kubectl.kubeconfig(),
        "--namespace=" + NAMESPACE,
        "--repo-server=127.0.0.1:" + ports.get(1),
        "--repo-server-plaintext",
        "--metrics-port=" + ports.get(3),
        "--app-resync=10",
        redis);
  }

  private void start(String command, String... arguments) throws IOException {
    Path home = Files.createDirectories(folder.resolve(command));
    List<String> words = new ArrayList<>();
    words.add("KUBECONFIG=" + kubectl.kubeconfig());
    words.add("ARGOCD_FAKE_IN_CLUSTER=true");
    words.add("ARGOCD_GPG_ENABLED=false");
    words.add("ARGOCD_GNUPGHOME=" + home);
    words.add("ARGOCD_TLS_DATA_PATH=" + home);
    words.add("ARGOCD_SSH_DATA_PATH=" + home);
    words.add("TMPDIR=" + Files.createDirectories(home.resolve("tmp")));
    words.add("PATH=" + folder.resolve("bin") + ":" + System.getenv("PATH"));
    words.add(program().orElseThrow().toString());
    words.add(command);
    words.addAll(List.of(arguments));
    Path log = folder.resolve(command + ".log");
    running.add(Supervised.start(Path.of("/usr/bin/env"), log, words));
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " stays no program");
    }
  }

  /** Commits what lies in {@code repository}, and has Argo CD look for it. */
  void publish(Path repository) throws IOException, InterruptedException {
    Path copy = Files.createDirectories(folder.resolve("git"));
    git(copy, "init", "-q", "-b", "main");
    clear(copy);
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(repository.relativize(file).toString());
        Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(copy));
        Files.writeString(target, Files.readString(file).replace(URL, "file://" + copy));
      }
    }
    git(copy, "add", "-A");
    git(copy, "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-q", "-m", "x");
    refresh();
  }

  private static void clear(Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(copy)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        if (!file.equals(copy) && !copy.relativize(file).startsWith(".git")) {
          Files.delete(file);
        }
      }
    }
  }

  private static void git(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("-C", folder.toString()));
    words.addAll(List.of(arguments));
    Tool.Run run = Tool.onPath("git").orElseThrow().run(words.toArray(String[]::new));
    assertEquals(0, run.exit(), run::error);
  }

  /** Applies the parent of {@code mesh}, as a person does once. */
  void applyParent(String mesh) throws IOException, InterruptedException {
    Path file = folder.resolve("git/output/" + mesh + "/_mesh/gitops/application.yaml");
    kubectl.right("apply", "--server-side", "-f", file.toString());
  }

  private void refresh() throws IOException, InterruptedException {
    for (String name : applications().keySet()) {
      kubectl.right(
          "annotate",
          "applications.argoproj.io",
          name,
          "--namespace=" + NAMESPACE,
          "--overwrite",
          "argocd.argoproj.io/refresh=hard");
    }
  }

  /** Returns the Applications by name, each with its sync and health, sorted. */
  Map<String, String> applications() throws IOException, InterruptedException {
    Map<String, String> applications = new TreeMap<>();
    String list =
        kubectl.right(
            "get", "applications.argoproj.io", "--namespace=" + NAMESPACE, "--output=json");
    for (JsonNode application : Trees.read(list).path("items")) {
      JsonNode status = application.path("status");
      applications.put(
          application.at("/metadata/name").asString(),
          status.at("/sync/status").asString("")
              + " "
              + status.at("/health/status").asString("")
              + " "
              + status.at("/operationState/phase").asString("")
              + (application.path("metadata").has("deletionTimestamp") ? " leaving" : ""));
    }
    return applications;
  }

  /** Waits until the Applications are as {@code wanted} says; {@code played} goes on meanwhile. */
  void await(Predicate<Map<String, String>> wanted, Played played)
      throws IOException, InterruptedException {
    Map<String, String> seen = Map.of();
    for (int poll = 0; poll < POLLS; poll++) {
      seen = applications();
      if (wanted.test(seen)) {
        return;
      }
      played.play();
      for (Supervised program : running) {
        if (program.endsWithin(POLL_MILLISECONDS / running.size())) {
          fail(program.lastWords());
        }
      }
    }
    Map<String, String> last = seen;
    fail(
        () ->
            last + "\n" + String.join("\n", running.stream().map(Supervised::lastWords).toList()));
  }

  /** Returns what a program printed, for a test that fails. */
  String log(String command) throws IOException {
    return Files.readString(folder.resolve(command + ".log"), UTF_8);
  }

  @Override
  public void close() {
    running.forEach(Supervised::close);
  }
}
