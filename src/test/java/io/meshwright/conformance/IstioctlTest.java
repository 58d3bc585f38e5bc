package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshwright.AdaptedTopology;
import io.meshwright.Installer;
import io.meshwright.InstallerOfMinor;
import io.meshwright.RenderedMesh;
import io.meshwright.TestMesh;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real installers make of every overlay, each by itself, what the topology says. */
@Conformance(Part.ISTIOCTL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IstioctlTest {
  private static final int FIRST = 8;

  /** From this minor on an overlay's value says that istiod serves remotes. */
  private static final int FIRST_WITH_VALUE = 23;

  private static final String PROVEN =
      """
      Each overlay goes by itself through `istioctl manifest generate` of its own minor, in 1.5 – 1.7 too (IngressGatewayIstioctlTest):
      of the examples, of two meshes that use every field, of a small mesh of each model, and of random ones that are the same at every run.
      istioctl prints no error, no warning and no unknown field, and what it makes says what the topology says:

      | of | it has the topology's |
      |---|---|
      | istiod | namespace, revision, image, cluster, trust domain and aliases, cluster domain; whether it serves remotes; addresses and ports of a Service of its own |
      | hosted istiod | the name of the cluster that holds its configuration, its settings as files, where it is dialled and by which roots proxies know it; the gateway in front of it, its routes and its way to istiod |
      | cluster that holds a configuration | istiod's account and roles, the URL at which configuration is validated |
      | networks | networks whose gateways are not discovered, with registries, addresses and ports; from 1.8 on those that are discovered are not listed |
      | injected proxies | mesh, cluster, network, cluster domain, image, istiod's address |
      | webhooks | istiod's Service and path; of a remote without an istiod the URL, or the path, with cluster and network |
      | a remote's way to istiod | one address, or one name, with ports 15012 and 15017 |
      | ambient mesh | cluster, network, cluster domain and istiod's address of ztunnel; that istiod knows of several clusters; which Services are for all clusters |
      | east-west gateway | network, labels, ports, kind of Service, addresses, node port, annotations |
      | files beside the overlays | namespace, its network and who manages it; the reader's account and role are there; a Gateway selects one Deployment, and its Service has the ports; the route ends at istiod's Service |
      """;

  /**
   * A text of a rendered file, and what somebody wrote instead.
   *
   * @param cluster the cluster
   * @param file the file
   * @param right the text
   * @param wrong the other text
   */
  private record Mistake(String cluster, String file, String right, String wrong) {
    ClusterFiles in(ClusterFiles files) {
      SortedMap<OutputPath, String> copy = new TreeMap<>(files.files());
      String before = Optional.ofNullable(copy.get(new OutputPath(file))).orElseThrow();
      copy.put(new OutputPath(file), before.replace(right, wrong));
      assertNotEquals(files.files(), copy, this::toString);
      return ClusterFiles.of(files.cluster(), copy);
    }
  }

  private static final String FRONT = "controlplane-gateway.yaml";
  private static final String OPERATOR = "control-plane/istio-operator.yaml";
  private static final String GATEWAY = "control-plane/eastwest-gateway.yaml";

  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake("cluster1", OPERATOR, "clusterName: cluster1", "clusterName: cluster2"),
          new Mistake("cluster1", OPERATOR, "network: network1", "network: network2"),
          new Mistake("cluster1", OPERATOR, "meshID: primary-remote", "meshID: other"),
          new Mistake("cluster1", OPERATOR, "externalIstiod: true", "externalIstiod: false"),
          new Mistake("cluster2", OPERATOR, "Address: \"10.20.0.15\"", "Address: \"10.20.0.16\""),
          new Mistake("cluster2", OPERATOR, "/inject/cluster/cluster2", "/inject/cluster/cluster1"),
          new Mistake("cluster1", GATEWAY, "targetPort: 15012", "targetPort: 15013"),
          new Mistake("cluster1", GATEWAY, "value: network1", "value: network2"),
          new Mistake("cluster1", GATEWAY, "io/network: network1", "io/network: network2"),
          new Mistake("cluster1", GATEWAY, "loadBalancerIP: \"10", "loadBalancerIP: \"11"),
          new Mistake("cluster1", "mesh/cross-network-gateway.yaml", "eastwestgateway", "other"),
          new Mistake("cluster1", "mesh/istiod-gateway.yaml", "number: 15017", "number: 15018"),
          new Mistake("cluster1", "mesh/istiod-route.yaml", "number: 443", "number: 444"),
          new Mistake("cluster2", "mesh/reader-token.yaml", "istio-reader-service", "reader"),
          new Mistake("cluster2", "bootstrap/namespace.yaml", "Clusters: cluster1", "Clusters: c"),
          new Mistake("cluster2", "bootstrap/namespace.yaml", "network: network2", "network: n"));

  private static final List<Mistake> OF_HOSTS =
      List.of(
          new Mistake("platform", OPERATOR, "clusterName: cluster1", "clusterName: platform"),
          new Mistake("platform", OPERATOR, "network: network1", "network: network2"),
          new Mistake("platform", OPERATOR, "externalIstiod: true", "externalIstiod: false"),
          new Mistake("platform", OPERATOR, "Address: istiod.mesh", "Address: istiod.other"),
          new Mistake("platform", OPERATOR, "/etc/istio/config", "/etc/istio/configs"),
          new Mistake("platform", OPERATOR, "XDS_ROOT_CA: /etc", "XDS_ROOT_CA: /opt"),
          new Mistake("platform", OPERATOR, "WATCHER: \"true\"", "WATCHER: \"false\""),
          new Mistake("platform", "control-plane/" + FRONT, "targetPort: 15012", "targetPort: 1"),
          new Mistake("platform", "control-plane/" + FRONT, "port: 15017", "port: 15018"),
          new Mistake("platform", "mesh/external-istiod-gateway.yaml", "ingressgate", "othergate"),
          new Mistake("platform", "mesh/external-istiod-route.yaml", "number: 443", "number: 444"),
          new Mistake("platform", "mesh/external-istiod-tls.yaml", "- istiod.ext", "- istiod.in"),
          new Mistake("platform", "mesh/external-istiod-tls.yaml", "istiod-root", "istiod-leaf"),
          new Mistake("platform", "bootstrap/external-istiod-root.yaml", "istio-system", "other"),
          new Mistake("cluster1", OPERATOR, "configCluster: true", "configCluster: false"),
          new Mistake("cluster1", OPERATOR, ":15017/validate", ":15017/valid"),
          new Mistake("cluster1", OPERATOR, "/inject/cluster/cluster1", "/inject/cluster/other"),
          new Mistake("cluster1", "mesh/istiod-token.yaml", "name: istiod\n", "name: other\n"),
          new Mistake("cluster2", "bootstrap/namespace.yaml", ": cluster1", ": platform"));

  private final Path folder;
  private final Set<Grid.Cell> cells = new HashSet<>();
  private final Istioctls istioctls = new Istioctls(FIRST);

  IstioctlTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<InstallerOfMinor> istioctls() throws IOException, InterruptedException {
    return InstallerOfMinor.since(FIRST);
  }

  @ParameterizedTest
  @MethodSource("istioctls")
  void installersMakeOfItWhatTheTopologySays(InstallerOfMinor istioctl)
      throws IOException, InterruptedException {
    Installer installer = istioctl.orSkip();
    cells.addAll(InstalledMeshes.pass(installer, folder, mesh -> check(installer, mesh)));
    istioctls.tried(installer);
  }

  @AfterAll
  void thePageSaysSo() throws IOException {
    Grid.proven(Proof.INSTALLED, cells, istioctls.minors());
    istioctls.chapter("What istioctl makes of the overlays", () -> List.of(PROVEN));
  }

  /** What is installed otherwise than the topology says is found. */
  @Test
  void everyCheckCanFail() throws IOException, InterruptedException {
    Installer newest =
        Installer.found().stream().max(Comparator.comparingInt(Installer::minor)).orElseThrow();
    assumeTrue(newest.minor() >= FIRST_WITH_VALUE, "the newest istioctl is older than 1.23");
    finds(newest, "primary-remote", MISTAKES);
    finds(newest, "external-control-plane", OF_HOSTS);
  }

  private void finds(Installer newest, String example, List<Mistake> mistakes)
      throws IOException, InterruptedException {
    TestMesh mesh = TestMesh.example(example).copiedTo(folder.resolve(example));
    RenderedMesh rendered = mesh.rendered(AdaptedTopology.to(newest.version(), mesh.text()));
    for (ClusterFiles files : rendered.clusters()) {
      check(newest, rendered, files);
      for (Mistake mistake : mistakes) {
        if (mistake.cluster().equals(files.cluster())) {
          ClusterFiles wrong = mistake.in(files);
          assertThrows(
              AssertionError.class, () -> check(newest, rendered, wrong), mistake::toString);
        }
      }
    }
  }

  private void check(Installer installer, RenderedMesh mesh)
      throws IOException, InterruptedException {
    for (ClusterFiles files : mesh.clusters()) {
      ClusterFacts facts = mesh.facts().cluster(files.cluster()).orElseThrow();
      // clusters of another minor are for its own istioctl: MixedVersionsTest
      if (facts.version().minor() == installer.minor()) {
        check(installer, mesh, files);
      }
    }
  }

  private void check(Installer installer, RenderedMesh mesh, ClusterFiles files)
      throws IOException, InterruptedException {
    new InstalledCheck(files, mesh.facts(), istiod -> installer, folder).check();
  }
}
