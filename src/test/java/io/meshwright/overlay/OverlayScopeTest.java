package io.meshwright.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.facts.MeshFacts;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayScopeTest {
  @ParameterizedTest
  @CsvSource({
    "1.5.10, Kubernetes cluster2",
    "1.6.14, cluster1 cluster2",
    "1.7.8, cluster1 cluster2",
    "1.30.3, cluster1 cluster2"
  })
  void hasTheNamesThatIstiodGivesToRegistriesAndNoOther(String release, String registries)
      throws IOException {
    MeshFacts mesh = OverlayCase.mesh(release);
    for (String cluster : new String[] {"cluster1", "cluster2"}) {
      OverlayScope scope = OverlayScope.of(mesh, mesh.cluster(cluster).orElseThrow());
      assertEquals(registries, String.join(" ", scope.registries()));
    }
  }
}
