package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts of control planes beside each other and beside a primary, which a warning is about. */
class HostsBesideTest {
  private static final String TOPOLOGY =
      """
      apiVersion: meshwright.io/v1
      kind: MeshTopology
      metadata: {name: shop}
      spec:
        istio: {version: "1.30.3", namespace: external-istiod}
        networks: [{name: eu}, {name: us}]
        defaults:
          apiServer: {caFile: pki/qauthority.pem}
        clusters:
          - name: host1
            role: external
            external: {configCluster: eu1, host: one.example.com, certificateSecret: one}
          - name: host2
            role: external
            external: {configCluster: us1, host: two.example.com, certificateSecret: two}
          - name: eu1
            network: eu
            role: remote
            controlPlanes: [host1]
            apiServer: {url: "https://eu1.example.com"}
          - name: us1
            network: us
            role: remote
            controlPlanes: [host2]
            apiServer: {url: "https://us1.example.com"}
          - name: us2
            network: us
            apiServer: {url: "https://us2.example.com"}
        secrets: {store: {name: vault}}
      """;

  private SortedMap<String, String> files;

  @BeforeEach
  void render(@TempDir Path folder) throws IOException {
    files = TestMesh.files(TestMesh.hosted().copiedTo(folder).rendered(TOPOLOGY));
  }

  @Test
  void eachIstiodReadsAllClustersOfTheMeshOnce() {
    assertEquals(
        List.of(
            "host1/peers/istio-remote-secret-us1.yaml",
            "host1/peers/istio-remote-secret-us2.yaml",
            "host2/peers/istio-remote-secret-eu1.yaml",
            "host2/peers/istio-remote-secret-us2.yaml",
            "us2/peers/istio-remote-secret-eu1.yaml",
            "us2/peers/istio-remote-secret-us1.yaml"),
        files.keySet().stream().filter(file -> file.contains("/istio-remote-secret-")).toList());
    assertTrue(text("host1/bootstrap/istio-kubeconfig.yaml").contains("https://eu1.example.com"));
    assertTrue(text("host2/bootstrap/istio-kubeconfig.yaml").contains("https://us1.example.com"));
  }

  @Test
  void eachServedClusterDialsItsOwnHost() {
    assertTrue(text("eu1/control-plane/istio-operator.yaml").contains("https://one.example.com"));
    assertTrue(text("us1/control-plane/istio-operator.yaml").contains("https://two.example.com"));
    assertTrue(text("us2/control-plane/istio-operator.yaml").contains("clusterName: us2"));
  }

  private String text(String file) {
    return files.getOrDefault(file, "");
  }
}
