package io.meshwright.conformance;

import io.meshwright.TestMesh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The topologies that go into the laboratory.
 *
 * @param lab the laboratory
 * @param folder in which each gets a folder of its own
 */
record LabMeshes(Lab lab, Path folder) {
  private static final Path OWN = Path.of("src", "test", "resources", "lab");

  /** Returns the example of two primaries in two networks. */
  LabMesh multiPrimary() throws IOException, InterruptedException {
    return example(
        "multi-primary",
        Map.of(
            "https://eu1.k8s.example.com:6443",
            "server-of-eu1",
            "https://us1.k8s.example.com:6443",
            "server-of-us1"));
  }

  /** Returns the example of a primary and a remote in two networks. */
  LabMesh primaryRemote() throws IOException, InterruptedException {
    return example(
        "primary-remote",
        Map.of("https://10.30.0.10:6443", "server-of-cluster2", "10.20.0.15", "lb-of-cluster1"));
  }

  /** Returns the example of two primaries and a remote, which dials by name, in one network. */
  LabMesh singleNetwork() throws IOException, InterruptedException {
    return example(
        "single-network",
        Map.of(
            "https://north.k8s.example.com:6443",
            "server-of-north",
            "https://south.k8s.example.com:6443",
            "server-of-south",
            "https://edge.k8s.example.com:6443",
            "server-of-edge"));
  }

  /** Returns an ambient mesh: a load balancer, an external IP, and a network that nobody reads. */
  LabMesh ambient() throws IOException, InterruptedException {
    return own("ambient");
  }

  /** Returns the example of gateways that are made by the Kubernetes Gateway API. */
  LabMesh kubernetesGateway() throws IOException, InterruptedException {
    return example(
        "kubernetes-gateway",
        Map.of(
            "https://eu1.k8s.example.com:6443",
            "server-of-eu1",
            "https://us1.k8s.example.com:6443",
            "server-of-us1",
            "https://edge1.k8s.example.com:6443",
            "server-of-edge1",
            "10.20.0.15",
            "lb-of-eu1"));
  }

  /** Returns the example of the mesh of 2020 as it can work; it publishes the token, too. */
  LabMesh seed() throws IOException, InterruptedException {
    return example(
        "seed",
        Map.of(
            "https://192.168.0.10:6443", "server-of-cluster1",
            "https://192.168.0.20:6443", "server-of-cluster2",
            "192.168.0.11", "lb-of-cluster1",
            "192.168.0.12", "other-of-cluster1",
            "192.168.0.21", "lb-of-cluster2",
            "      name: vault\n", "      name: vault\n    publish: true\n"));
  }

  /** Returns the example of a control plane that another cluster hosts. */
  LabMesh hosted() throws IOException, InterruptedException {
    return example(
        "external-control-plane",
        Map.of(
            "https://10.20.0.10:6443", "server-of-cluster1",
            "https://10.30.0.10:6443", "server-of-cluster2"));
  }

  /** Returns a topology of the tests' own. */
  LabMesh own(String name) throws IOException, InterruptedException {
    return LabMesh.of(lab, OWN.resolve(name), inside(name), Map.of());
  }

  /** Returns where a mesh may be written. */
  Path output() throws IOException {
    return inside("output");
  }

  private LabMesh example(String name, Map<String, String> changes)
      throws IOException, InterruptedException {
    return LabMesh.of(lab, TestMesh.EXAMPLES.resolve(name), inside(name), changes);
  }

  private Path inside(String name) throws IOException {
    return Files.createTempDirectory(folder, name);
  }
}
