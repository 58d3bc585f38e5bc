package io.meshwright.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Installer;
import io.meshwright.InstallerOfMinor;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.Tool;
import io.meshwright.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The Secret that comes of our remote Secret is the one that istioctl makes of the same token. */
@Conformance({Part.APISERVER, Part.ISTIOCTL})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteSecretTest {
  /** The first minor of which a whole istioctl runs on a Kubernetes of today. */
  private static final int FIRST = 18;

  private static final int FIRST_WITH_SERVER_NAME = 26;

  private static final String ACCOUNT = "istio-reader-service-account";
  private static final String NAMESPACE = "--namespace=istio-system";
  private static final String SERVER_NAME = "kubernetes.default.svc";
  private static final String URL = "https://us1.k8s.example.com:6443";
  private static final String CA = "        caFile: pki/us1.pem\n";

  private static final List<Differences.Reason> REASONS =
      List.of(
          new Differences.Reason(
              ".*/preferences", "Kubernetes' encoder writes it, empty; nothing reads it"),
          new Differences.Reason(
              ".*/tls-server-name", "create-remote-secret has an option for it from 1.26 on"),
          new Differences.Reason(".*/proxy-url", "create-remote-secret has no option for it"));

  private final Programs programs = Programs.found();
  private final Differences differences = new Differences(REASONS);
  private final Istioctls istioctls = new Istioctls(FIRST);
  private final ApiServer server;
  private final Path folder;

  RemoteSecretTest(@TempDir Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.server = ApiServer.start(programs);
  }

  static List<InstallerOfMinor> istioctls() throws IOException, InterruptedException {
    return InstallerOfMinor.since(FIRST);
  }

  /** Brings what the cluster has once its layer `mesh` is applied. */
  @BeforeAll
  void us1HasItsToken() throws IOException, InterruptedException {
    Kubectl admin = server.kubectl();
    admin.right("create", "namespace", "istio-system");
    admin.right("create", "serviceaccount", ACCOUNT, NAMESPACE);
    String secret = file(rendered(UnaryOperator.identity()), "us1/mesh/reader-token.yaml");
    Path applied = Files.writeString(folder.resolve("token.yaml"), secret);
    admin.right("apply", "-f", applied.toString());
    // what Kubernetes' controller of tokens does, which does not run here
    String ca = Files.readString(Watched.file(server, "apiserver.crt"));
    String token = admin.right("create", "token", ACCOUNT, NAMESPACE).strip();
    admin.patch(
        applied,
        "{\"data\": {\"ca.crt\": \"%s\", \"token\": \"%s\", \"namespace\": \"%s\"}}"
            .formatted(base64(ca), base64(token), base64("istio-system")));
  }

  @AfterAll
  void thePageSaysSo() throws IOException {
    server.close();
    istioctls.chapter(
        "Remote Secrets as istioctl makes them",
        () ->
            differences.table(
                """
        `istioctl create-remote-secret` asks a real server for the cluster `us1` of [multi-primary](../examples/multi-primary). It finds
        the token Secret that is rendered, and makes no other; as Kubernetes' controller of tokens does not run, the test fills it with a
        token of that server. Ours is what the ExternalSecret in `eu1` asks External Secrets to make, with that token from the store; labels
        and annotations that External Secrets adds are not in it. What the server stores of both is the same, field by field, the kubeconfig
        included, but for:
        """));
  }

  /**
   * A way to reach a cluster.
   *
   * @param name what the table calls it
   * @param said what the topology says, and what it says then
   * @param id the cluster's name in the mesh
   * @param options what istioctl is told of it
   */
  private record Way(String name, UnaryOperator<String> said, String id, List<String> options) {
    /** istioctl's option for the server's name came later. */
    List<String> options(int minor) {
      return minor < FIRST_WITH_SERVER_NAME ? List.of() : options;
    }
  }

  private static final List<Way> WAYS =
      List.of(
          new Way("by its URL", text -> text, "us1", List.of()),
          new Way(
              "under an adopted id",
              text -> text.replace("name: us1\n", "name: us1\n      id: old-us1\n"),
              "old-us1",
              List.of()),
          new Way(
              "with a TLS server name",
              text -> text.replace(CA, CA + "        tlsServerName: " + SERVER_NAME + "\n"),
              "us1",
              List.of("--tls-server-name=" + SERVER_NAME)),
          new Way(
              "through a proxy",
              text -> text.replace(CA, CA + "        proxyUrl: http://10.9.0.1:3128\n"),
              "us1",
              List.of()));

  @ParameterizedTest
  @MethodSource("istioctls")
  void isTheSecretThatIstioctlMakes(InstallerOfMinor minor)
      throws IOException, InterruptedException {
    Installer installer = minor.orSkip();
    for (Way way : WAYS) {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "create-remote-secret",
                  "--kubeconfig=" + server.kubectl().kubeconfig(),
                  "--name=" + way.id(),
                  "--server=" + URL));
      arguments.addAll(way.options(installer.minor()));
      Tool.Run run = installer.tool().run(arguments.toArray(String[]::new));
      assertEquals(0, run.exit(), run::error);
      JsonNode theirs = stored(run.out());
      JsonNode ours = stored(ours(way).toString());
      differences.take(
          way.name(), installer.minor(), Difference.between(List.of(theirs), List.of(ours)));
      assertEquals(1, secrets(), "istioctl takes the token that is there, and makes no other");
    }
    istioctls.tried(installer);
  }

  private int secrets() throws IOException, InterruptedException {
    return (int) server.kubectl().right("get", "secrets", NAMESPACE, "-o", "name").lines().count();
  }

  private RenderedMesh rendered(UnaryOperator<String> said) throws IOException {
    TestMesh mesh = TestMesh.example("multi-primary");
    TestMesh copy = mesh.copiedTo(Files.createTempDirectory(folder, "mesh").resolve("copy"));
    Files.writeString(
        copy.folder().resolve("pki/us1.pem"),
        Files.readString(Watched.file(server, "apiserver.crt")));
    return copy.rendered(said.apply(mesh.text()));
  }

  private static String file(RenderedMesh mesh, String path) {
    return Objects.requireNonNull(TestMesh.files(mesh).get(path), path);
  }

  /** Returns the Secret that External Secrets makes, once the store has given the token. */
  private JsonNode ours(Way way) throws IOException, InterruptedException {
    String token =
        server
            .kubectl()
            .right("get", "secrets", NAMESPACE, "-o", "jsonpath={.items[0].data.token}");
    JsonNode external =
        Trees.read(
            file(rendered(way.said()), "eu1/peers/istio-remote-secret-" + way.id() + ".yaml"));
    JsonNode template = external.at("/spec/target/template");
    ObjectNode secret = (ObjectNode) Trees.read("{apiVersion: v1, kind: Secret}");
    secret.set("metadata", template.path("metadata"));
    secret.withObject("/metadata").set("name", external.at("/spec/target/name"));
    secret.withObject("/metadata").set("namespace", external.at("/metadata/namespace"));
    secret.set("type", template.path("type"));
    ObjectNode data = secret.withObject("/stringData");
    template
        .path("data")
        .properties()
        .forEach(
            entry ->
                data.put(
                    entry.getKey(),
                    entry
                        .getValue()
                        .stringValue()
                        .replace(
                            "{{ .token }}", new String(Base64.getDecoder().decode(token), UTF_8))));
    return secret;
  }

  /** Returns what the server stores of a Secret, the documents in it read. */
  private JsonNode stored(String text) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("secret.yaml"), text);
    ObjectNode stored =
        (ObjectNode)
            Trees.read(
                server
                    .kubectl()
                    .right("create", "--dry-run=server", "-o", "json", "-f", file.toString()));
    ((ObjectNode) stored.path("metadata")).remove(List.of("creationTimestamp", "uid"));
    ObjectNode data = (ObjectNode) stored.path("data");
    assertTrue(!data.isEmpty());
    for (String key : List.copyOf(data.propertyNames())) {
      byte[] bytes = Base64.getDecoder().decode(data.path(key).stringValue());
      data.set(key, Trees.read(new String(bytes, UTF_8)));
    }
    return stored;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
