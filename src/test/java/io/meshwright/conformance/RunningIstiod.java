package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Generated;
import io.meshwright.Installer;
import io.meshwright.Tool;
import io.meshwright.Trees;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A real istiod, started as its chart starts it: with the variables and the ConfigMap that istioctl
 * makes of a rendered overlay, against a real API server.
 *
 * @param process istiod
 * @param port where it answers questions about itself
 * @param scratch its folder
 */
record RunningIstiod(Supervised process, int port, Scratch scratch) implements AutoCloseable {
  private static final String PROGRAMS = "BIN";
  private static final Pattern RELEASE =
      Pattern.compile("\\d+\\.\\d+\\.\\d+(-(alpha|beta|rc)\\.\\d+)?");
  private static final int POLLS = 600;
  private static final int POLL_MILLISECONDS = 100;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Returns the installer of the same folder and version. */
  static Installer installer() throws IOException, InterruptedException {
    Path folder = folder();
    Tool istiod = new Tool(folder.resolve("pilot-discovery"));
    Matcher printed = RELEASE.matcher(istiod.run("version", "-s").out());
    assertTrue(printed.find());
    String version = printed.group();
    return Installer.found().stream()
        .filter(each -> each.version().equals(version))
        .findFirst()
        .orElseGet(() -> new Installer(version, new Tool(folder.resolve("istioctl"))));
  }

  /**
   * Starts the istiod of a cluster.
   *
   * @param made what istioctl made of its overlay
   * @param server the cluster's API server
   */
  static RunningIstiod start(Generated made, ApiServer server)
      throws IOException, InterruptedException {
    Scratch scratch = Scratch.in(ApiServer.ROOT);
    JsonNode map = made.one("ConfigMap", "istio");
    Path mesh = scratch.path().resolve("mesh");
    Path networks = scratch.path().resolve("meshNetworks");
    Files.writeString(mesh, map.at("/data/mesh").stringValue());
    Files.writeString(networks, map.at("/data/meshNetworks").stringValue());
    JsonNode deployment = made.one("Deployment", "istiod");
    Map<String, String> env = new TreeMap<>(Generated.env(deployment));
    env.put("POD_NAME", "istiod");
    env.put("POD_NAMESPACE", deployment.at("/metadata/namespace").stringValue());
    List<String> arguments = new ArrayList<>();
    env.forEach((name, value) -> arguments.add(name + "=" + value));
    List<Integer> ports = ApiServer.freePorts();
    arguments.addAll(
        List.of(
            folder().resolve("pilot-discovery").toString(),
            "discovery",
            "--kubeconfig=" + server.kubectl().kubeconfig(),
            "--meshConfig=" + mesh,
            "--networksConfig=" + networks,
            "--httpAddr=127.0.0.1:" + ports.get(0),
            "--monitoringAddr=127.0.0.1:" + ports.get(1),
            "--grpcAddr=127.0.0.1:" + ports.get(2),
            "--secureGRPCAddr=",
            "--httpsAddr=",
            "--ctrlz_port=0"));
    Path log = scratch.path().resolve("istiod.log");
    Path program = Tool.onPath("env").orElseThrow().file();
    return new RunningIstiod(Supervised.start(program, log, arguments), ports.get(0), scratch);
  }

  /** Waits until what it says of itself at {@code path} is as wanted, and returns it. */
  JsonNode until(String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
    Optional<JsonNode> said = Optional.empty();
    for (int i = 0; i < POLLS; i++) {
      assertTrue(process.process().isAlive(), process::lastWords);
      said = says(path);
      if (said.filter(wanted).isPresent()) {
        return said.get();
      }
      Thread.sleep(POLL_MILLISECONDS);
    }
    throw new AssertionError(path + " says " + said + "\n" + process.lastWords());
  }

  private Optional<JsonNode> says(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        return Optional.empty();
      }
      return Optional.of(Trees.read(answer.body()));
    } catch (ConnectException notYet) {
      return Optional.empty();
    }
  }

  private static final int OK = 200;

  private static Path folder() {
    return Path.of(Optional.ofNullable(System.getenv(PROGRAMS)).orElseThrow());
  }

  @Override
  public void close() throws IOException {
    process.close();
    scratch.close();
    assertEquals(false, process.process().isAlive());
  }
}
