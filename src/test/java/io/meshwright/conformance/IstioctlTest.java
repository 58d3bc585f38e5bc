package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.AdaptedTopology;
import io.meshwright.Generated;
import io.meshwright.Installer;
import io.meshwright.InstallerOfMinor;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real installers make of every operator, each by itself, what the topology says. */
@Conformance(Part.ISTIOCTL)
class IstioctlTest {
  private final Path folder;

  IstioctlTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A mesh, and an installer where the machine has one. */
  private record Case(InstallerOfMinor istioctl, TestMesh mesh) {
    @Override
    public String toString() {
      return istioctl + (istioctl.installer().isPresent() ? " with " + mesh : "");
    }
  }

  /** All meshes with each istioctl; a minor without one is skipped once. */
  static List<Case> cases() throws IOException, InterruptedException {
    List<TestMesh> meshes = new ArrayList<>(TestMesh.examples());
    meshes.add(TestMesh.rich());
    meshes.add(TestMesh.listed());
    List<Case> cases = new ArrayList<>();
    for (InstallerOfMinor istioctl : InstallerOfMinor.since(8)) {
      int tried = istioctl.installer().isPresent() ? meshes.size() : 1;
      meshes.subList(0, tried).forEach(mesh -> cases.add(new Case(istioctl, mesh)));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void installersMakeOfItWhatTheTopologySays(Case of) throws IOException, InterruptedException {
    Installer installer = of.istioctl().orSkip();
    TestMesh mesh = of.mesh().copiedTo(folder.resolve("mesh"));
    RenderedMesh rendered = mesh.rendered(AdaptedTopology.to(installer.version(), mesh.text()));
    for (ClusterFiles files : rendered.clusters()) {
      ClusterFacts cluster = rendered.facts().cluster(files.cluster()).orElseThrow();
      Optional<String> gateway = file(files, "eastwest-gateway.yaml");
      assertEquals(cluster.installsGateway(), gateway.isPresent());
      if (gateway.isPresent()) {
        new GatewayCheck(generated(installer, gateway.get()), cluster, rendered.facts().topology())
            .check();
      }
      Generated istiod = generated(installer, file(files, "istio-operator.yaml").orElseThrow());
      ControlPlaneCheck check = new ControlPlaneCheck(istiod, cluster, rendered.facts());
      if (cluster.runsIstiod()) {
        check.primary();
      } else if (cluster.installsIstiod()) {
        check.remoteWithIstiod();
      } else {
        check.remoteWithout();
      }
    }
  }

  private static Optional<String> file(ClusterFiles files, String name) {
    return Optional.ofNullable(files.files().get(new OutputPath("control-plane/" + name)));
  }

  private Generated generated(Installer installer, String operator)
      throws IOException, InterruptedException {
    return installer.generate(Files.writeString(folder.resolve("operator.yaml"), operator));
  }
}
