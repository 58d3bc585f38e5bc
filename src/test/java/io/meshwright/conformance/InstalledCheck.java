package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.Generated;
import io.meshwright.Installer;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import io.meshwright.plan.InstallerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What installers make of the overlays of a cluster, those of its canary, too.
 *
 * @param files what is rendered for the cluster
 * @param mesh its mesh
 * @param installers the one of each istiod's version
 * @param folder where overlays are written
 */
record InstalledCheck(
    ClusterFiles files, MeshFacts mesh, Function<ClusterFacts, Installer> installers, Path folder) {

  private static final String FRONT = "controlplane-gateway.yaml";

  void check() throws IOException, InterruptedException {
    ClusterFacts cluster = mesh.cluster(files.cluster()).orElseThrow();
    boolean own = cluster.installsGateway() && !cluster.makesKubernetesGateway();
    check(cluster, cluster, own, Optional.empty());
    Optional<ClusterFacts> canary = cluster.canary();
    if (canary.isPresent()) {
      boolean second = own && cluster.canHaveSecondGateway();
      check(cluster, canary.get(), second, canary.get().cluster().release().revision());
    }
  }

  private void check(
      ClusterFacts first, ClusterFacts istiod, boolean withGateway, Optional<String> canary)
      throws IOException, InterruptedException {
    Optional<String> overlay = file(InstallerFile.gateway(canary));
    assertEquals(withGateway, overlay.isPresent(), () -> first.cluster().name() + canary);
    List<Generated> made = new ArrayList<>();
    if (overlay.isPresent()) {
      Generated gateway = generated(istiod, overlay.get());
      String suffix = canary.map(revision -> "-" + revision).orElse("");
      new GatewayCheck(gateway, istiod, suffix, mesh.topology()).check();
      made.add(gateway);
    }
    String operator = InstallerFile.operator(istiod.cluster().release().revision());
    Generated controlPlane = generated(istiod, file(operator).orElseThrow());
    if (istiod.isHost()) {
      Generated front = generated(istiod, file(FRONT).orElseThrow());
      new HostCheck(controlPlane, front, istiod, mesh, files).check();
      return;
    }
    new ControlPlaneCheck(controlPlane, istiod, mesh, files).check();
    made.add(controlPlane);
    new TogetherCheck(files, made, istiod, mesh, withGateway).check();
  }

  private Optional<String> file(String name) {
    return Optional.ofNullable(files.files().get(new OutputPath("control-plane/" + name)));
  }

  private Generated generated(ClusterFacts istiod, String operator)
      throws IOException, InterruptedException {
    return installers
        .apply(istiod)
        .generate(Files.writeString(folder.resolve("operator.yaml"), operator));
  }
}
