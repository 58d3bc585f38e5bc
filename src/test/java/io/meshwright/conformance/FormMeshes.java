package io.meshwright.conformance;

import io.meshwright.AdaptedTopology;
import io.meshwright.Installer;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A mesh that is rendered for one installer after the other.
 *
 * @param name what the test calls it
 * @param mesh its folder
 * @param text its topology, for istioctl
 */
record FormMeshes(String name, TestMesh mesh, String text) {
  /** Examples that say what only istioctl can do: istiod has a Service of its own. */
  private static final Set<String> OF_ISTIOCTL =
      Set.of("helm", "primary-remote-one-network", "seed");

  /**
   * Returns the meshes of a version: a small one of each model; and those that leave nothing out,
   * where they are asked for.
   */
  static List<FormMeshes> of(Installer istioctl, boolean whole, Path folder) throws IOException {
    List<FormMeshes> all = new ArrayList<>();
    for (MeshModel model : MeshModel.of(istioctl.minor())) {
      Path home = Files.createDirectories(folder.resolve(model.name()));
      Files.copy(TestMesh.EXAMPLES.resolve("multi-primary/pki/eu1.pem"), home.resolve("ca.pem"));
      all.add(
          new FormMeshes(model.title(), new TestMesh(home), model.topology(istioctl.version())));
    }
    List<TestMesh> written = new ArrayList<>(TestMesh.examples());
    written.addAll(
        List.of(
            TestMesh.rich(), TestMesh.hosted(), TestMesh.ambient(), TestMesh.kubernetesGateways()));
    for (TestMesh each : whole ? written : List.<TestMesh>of()) {
      if (!OF_ISTIOCTL.contains(each.toString())
          && !MeshModel.isTooNew(each.text(), istioctl.minor())) {
        TestMesh copy = each.copiedTo(folder.resolve(each.toString()));
        all.add(new FormMeshes(each.toString(), copy, of(copy.text(), istioctl.version())));
      }
    }
    return all;
  }

  /** Returns a topology for a version, as its charts can have it. */
  static String of(String topology, String version) {
    String text = AdaptedTopology.to(version, topology);
    return version.startsWith("1.24.") || version.startsWith("1.25.")
        ? text.replaceAll("(?m)^ *loadBalancerClass: .*\n", "")
        : text;
  }

  /** Renders it for an installer. */
  RenderedMesh renderedFor(String installer) throws IOException {
    return mesh.rendered(
        text.replaceFirst("(?m)^    install: .*\n", "")
            .replaceFirst("(?m)^    version: (.*)$", "    version: $1\n    install: " + installer));
  }

  /** Renders it with its plain values as the IstioOperator that says the same. */
  RenderedMesh renderedForOperators(String installer) throws IOException {
    Path values = mesh.folder().resolve("values/istiod.yaml");
    Files.writeString(
        values,
        """
        apiVersion: install.istio.io/v1alpha1
        kind: IstioOperator
        spec:
          meshConfig:
            accessLogFile: /dev/stdout
          values:
            pilot:
              autoscaleMin: 2
        """);
    return renderedFor(installer);
  }
}
