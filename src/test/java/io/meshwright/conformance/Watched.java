package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The example's cluster {@code us1} as {@code eu1} watches it, with a real server for it.
 *
 * @param mesh the topology, in a folder that may be written
 * @param server the server of {@code us1}
 * @param road the network between both
 */
record Watched(TestMesh mesh, ApiServer server, Road road) {
  /** An address for which the server's certificate is made. */
  static final String URL = "https://192.0.2.10:6443";

  static final String CLUSTER = "us1";
  private static final String EXAMPLE_URL = "https://us1.k8s.example.com:6443";
  private static final String CA = "pki/us1.pem";

  /** Returns the rendered mesh, in which {@code us1} has that address and certificate. */
  RenderedMesh rendered(String url, ApiServer certified) throws IOException {
    Files.writeString(
        mesh.folder().resolve(CA), Files.readString(file(certified, "apiserver.crt")));
    return mesh.rendered(TestMesh.example("multi-primary").text().replace(EXAMPLE_URL, url));
  }

  /** Returns a file in the folder of a running server. */
  static Path file(ApiServer server, String name) {
    return server.kubectl().kubeconfig().resolveSibling(name);
  }

  /** Returns the port at which a running server listens. */
  static int port(ApiServer server) throws IOException {
    JsonNode config = Trees.read(Files.readString(server.kubectl().kubeconfig()));
    String url = config.at("/clusters/0/cluster/server").asString();
    return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
  }

  /** Writes the rendered mesh, and returns the folder of {@code us1}. */
  Path written(RenderedMesh rendered) throws IOException {
    Path output = Files.createTempDirectory(mesh.folder(), "output");
    TestMesh.write(rendered, output);
    return output.resolve(CLUSTER);
  }

  /** Returns a client as istiod of {@code eu1} is one, once the store has given {@code token}. */
  Kubectl client(RenderedMesh rendered, String token) throws IOException {
    String secret =
        TestMesh.files(rendered).getOrDefault("eu1/peers/istio-remote-secret-us1.yaml", "");
    return client(server, road, CLUSTER, secret, token);
  }

  /**
   * Returns a client with what the remote Secret for {@code cluster} holds once the store has given
   * {@code token}. Only the road is added.
   */
  static Kubectl client(ApiServer server, Road road, String cluster, String secret, String token)
      throws IOException {
    JsonNode data = Trees.read(secret).at("/spec/target/template/data");
    assertEquals(List.of(cluster), List.copyOf(data.propertyNames()));
    JsonNode config = Trees.read(data.path(cluster).stringValue().replace("{{ .token }}", token));
    ((ObjectNode) config.at("/clusters/0/cluster")).put("proxy-url", road.url());
    Path folder =
        Files.createTempDirectory(server.kubectl().kubeconfig().resolveSibling("."), "client");
    Path kubeconfig = Files.writeString(folder.resolve("config"), config.toString());
    return new Kubectl(server.kubectl().program(), kubeconfig, server.kubectl().obituary());
  }
}
