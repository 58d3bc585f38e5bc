package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that leaves: the others drop it first, and its own files stay. */
class DrainingTest {
  private static final String MESH =
      """
      apiVersion: meshwright.io/v1
      kind: MeshTopology
      metadata: {name: shop}
      spec:
        istio: {version: "1.30.3"}
        networks: [{name: eu}, {name: us}, {name: ap}]
        clusters:
          - name: a
            network: eu
            apiServer: {url: "https://a.k8s.example.com:6443", caFile: pki/eu1.pem}
            eastWest: {addresses: [192.0.2.1]}
          - {name: b, network: us, ROLE apiServer: {url: "https://b.k8s.example.com:6443", caFile: pki/eu1.pem}}
          - name: c
            LIFECYCLE
            network: ap
            apiServer: {url: "https://c.k8s.example.com:6443", caFile: pki/eu1.pem}
            eastWest: {exposure: nodePort, addresses: [192.0.2.9], nodePort: 31443}
        secrets: {store: {name: vault}, publish: true}
      """;

  private final TestMesh mesh;

  DrainingTest(@TempDir Path folder) throws IOException {
    mesh = TestMesh.example("multi-primary").copiedTo(folder);
  }

  @Test
  void theOthersDropItAndItsOwnFilesStay() throws IOException {
    Map<String, String> before = rendered("ROLE", "", "LIFECYCLE", "");
    Map<String, String> after = rendered("ROLE", "", "LIFECYCLE", "lifecycle: draining");
    Map<String, String> changed = new TreeMap<>();
    before.forEach(
        (path, text) -> {
          String now = after.getOrDefault(path, "gone");
          if (!now.equals(text)) {
            changed.put(path, now.equals("gone") ? "gone" : "changed");
          }
        });
    assertEquals(
        new TreeMap<>(
            Map.of(
                "a/bootstrap/kustomization.yaml", "changed",
                "a/bootstrap/shared-mesh-config.yaml", "gone",
                "a/control-plane/istio-operator.yaml", "changed",
                "a/peers/istio-remote-secret-c.yaml", "gone",
                "a/peers/kustomization.yaml", "changed",
                "b/bootstrap/kustomization.yaml", "changed",
                "b/bootstrap/shared-mesh-config.yaml", "gone",
                "b/control-plane/istio-operator.yaml", "changed",
                "b/peers/istio-remote-secret-c.yaml", "gone",
                "b/peers/kustomization.yaml", "changed")),
        changed);
    assertTrue(before.keySet().containsAll(after.keySet()), "nothing new is rendered");
  }

  @Test
  void theControlPlanesOfARemoteGoOnToLetItsProxiesIn() throws IOException {
    Map<String, String> files =
        rendered("ROLE", "role: remote, controlPlanes: [a], lifecycle: draining,", "LIFECYCLE", "");
    assertTrue(files.containsKey("a/peers/istio-remote-secret-b.yaml"), files.keySet()::toString);
    assertTrue(!files.containsKey("c/peers/istio-remote-secret-b.yaml"), files.keySet()::toString);
  }

  private SortedMap<String, String> rendered(String... replaced) throws IOException {
    String text = MESH;
    for (int i = 0; i < replaced.length; i += 2) {
      text = text.replace(replaced[i], replaced[i + 1]);
    }
    return TestMesh.files(mesh.rendered(text));
  }
}
