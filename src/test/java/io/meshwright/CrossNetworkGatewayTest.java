package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Gateway of Istio's API by which proxies of other networks come in. */
class CrossNetworkGatewayTest {
  private static final String TOPOLOGY =
      """
      apiVersion: meshwright.io/v1
      kind: MeshTopology
      metadata: {name: shop}
      spec:
        istio: {version: "1.30.3"}
        networks: [{name: eu}, {name: us}]
        defaults:
          apiServer: {caFile: pki/qauthority.pem}
        clusters:
          - name: eu1
            network: eu
            apiServer: {url: "https://eu1.example.com"}
          - name: us1
            network: us
            apiServer: {url: "https://us1.example.com"}
            eastWest: {exposure: none}
          - name: us2
            network: us
            apiServer: {url: "https://us2.example.com"}
        secrets: {store: {name: vault}}
      """;

  @Test
  void isOnlyWhereItsIstiodHasGatewaysToConfigure(@TempDir Path folder) throws IOException {
    assertEquals(
        List.of("eu1/mesh/cross-network-gateway.yaml", "us2/mesh/cross-network-gateway.yaml"),
        TestMesh.files(TestMesh.hosted().copiedTo(folder).rendered(TOPOLOGY)).keySet().stream()
            .filter(file -> file.endsWith("cross-network-gateway.yaml"))
            .toList());
  }
}
