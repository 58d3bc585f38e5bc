package io.meshwright.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.istio.IstioVersion;
import io.meshwright.schema.TestTree;
import io.meshwright.source.Pointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TopologyReaderTest {
  @Test
  void fillsInEveryDefault() {
    Topology topology = read(TestTree.MINIMAL);
    Pointer spec = new Pointer("/spec");
    Pointer alpha = spec.child("clusters").child(0);
    Release release =
        new Release(
            IstioVersion.of("1.30.3"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            said(spec.child("istio")));
    Istio istio =
        new Istio(
            release, Installer.ISTIOCTL, "istio-system", Optional.empty(), spec.child("istio"));
    Cluster cluster =
        new Cluster(
            "alpha",
            "alpha",
            Role.PRIMARY,
            release,
            Optional.of("net-a"),
            List.of(),
            Optional.empty(),
            List.of(),
            new ApiServer(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new EastWest(
                Exposure.LOAD_BALANCER,
                List.of(),
                List.of(),
                15443,
                OptionalInt.empty(),
                Discovery.LABEL,
                GatewayApi.ISTIO,
                new GatewayService(Map.of(), Optional.empty(), Optional.empty(), Map.of()),
                "istio-eastwestgateway",
                Map.of("istio", "eastwestgateway"),
                alpha.child("eastWest")),
            new Istiod(false, Optional.empty(), List.of()),
            Optional.empty(),
            List.of(),
            Lifecycle.ACTIVE,
            "alpha",
            alpha);
    assertEquals(
        new Topology(
            "shop",
            istio,
            new Mesh(
                "shop", "cluster.local", List.of(), "cluster.local", DataPlane.SIDECAR, Map.of()),
            List.of(new Network("net-a", List.of(), List.of(), spec.child("networks").child(0))),
            List.of(cluster),
            new Certificates(
                Certificates.Source.EXTERNAL_SECRETS,
                Optional.empty(),
                "{mesh}/{cluster}/cacerts",
                Optional.empty()),
            new Secrets(Optional.empty(), "{mesh}/{cluster}/istio-reader", false),
            new GitOps(
                GitOps.Engine.NONE,
                Optional.empty(),
                Optional.empty(),
                "output",
                "default",
                "",
                Optional.empty(),
                spec.child("gitops"))),
        topology);
  }

  @Test
  void guessesNoNetworkAmongSeveral() {
    Topology topology =
        read(TestTree.MINIMAL.replace("- name: net-a", "- name: net-a\n    - name: net-b"));
    assertEquals(Optional.empty(), topology.clusters().get(0).network());
  }

  @Test
  void fillsInWhatAnEngineIsUsuallyCalled() {
    Topology topology =
        read(
            TestTree.MINIMAL
                + """
                      lifecycle: draining
                      gitops: {destination: prod}
                  gitops: {engine: flux, repoUrl: "https://git.example.com/mesh.git", path: a/b}
                """);
    assertEquals("prod", topology.clusters().get(0).destination());
    assertEquals(Lifecycle.DRAINING, topology.clusters().get(0).lifecycle());
    assertEquals(GitOps.Engine.FLUX, topology.gitOps().engine());
    assertEquals("flux-system", topology.gitOps().namespace());
    assertEquals("a/b", topology.gitOps().path());
  }

  @Test
  void mergesMappingsAndReplacesListsAndValues() {
    Cluster cluster =
        read(TestTree.MINIMAL
                + """
                      eastWest:
                        addresses: [10.0.0.2]
                        service: {annotations: {b: own, c: own}}
                  defaults:
                    apiServer: {proxyUrl: "http://proxy:3128"}
                    eastWest:
                      addresses: [10.0.0.1, 10.0.0.3]
                      port: 443
                      selector: {app: gw}
                      service: {annotations: {a: default, b: default}, loadBalancerClass: x/y}
                """)
            .clusters()
            .get(0);
    EastWest gateway = cluster.eastWest();
    assertEquals(Optional.of("http://proxy:3128"), cluster.apiServer().proxyUrl());
    assertEquals(List.of(new Address("10.0.0.2")), gateway.addresses());
    assertEquals(443, gateway.port());
    assertEquals(Map.of("app", "gw"), gateway.selector());
    assertEquals(Map.of("a", "default", "b", "own", "c", "own"), gateway.service().annotations());
    assertEquals(Optional.of("x/y"), gateway.service().loadBalancerClass());
  }

  @Test
  void aClustersIstioReplacesTheMeshesPartByPart() {
    Topology topology =
        read(
            TestTree.MINIMAL.replace(
                    "version: \"1.30.3\"", "{version: \"1.30.3\", revision: old, tags: [stable]}")
                + """
                      istio:
                        version: "1.31.0"
                        canary: {version: "1.31.1", revision: new, tags: [next]}
                """);
    Pointer mesh = new Pointer("/spec/istio");
    Pointer own = new Pointer("/spec/clusters/0/istio");
    assertEquals(
        new Release(
            IstioVersion.of("1.31.0"),
            Optional.of("old"),
            List.of("stable"),
            Optional.of(new Canary(IstioVersion.of("1.31.1"), "new", List.of("next"))),
            new Release.Said(
                own.child("version"),
                mesh.child("revision"),
                mesh.child("tags"),
                own.child("canary"))),
        topology.clusters().get(0).release());
    assertEquals(Optional.empty(), topology.istio().release().canary());
  }

  private static Release.Said said(Pointer istio) {
    return new Release.Said(
        istio.child("version"),
        istio.child("revision"),
        istio.child("tags"),
        istio.child("canary"));
  }

  @Test
  void readsAnExternalControlPlane() {
    Cluster cluster =
        read(TestTree.MINIMAL
                + """
                      role: external
                      external: {configCluster: beta, host: istiod.example.com, tls: passthrough}
                      eastWest:
                        addresses: [10.0.0.1]
                        addressesFor: [{network: net-b, addresses: [10.9.0.1]}]
                """)
            .clusters()
            .get(0);
    assertEquals(Role.EXTERNAL, cluster.role());
    assertEquals(
        Optional.of(
            new External(
                "beta",
                "istiod.example.com",
                Optional.empty(),
                External.Tls.PASSTHROUGH,
                "istio-system",
                cluster.at().child("external"))),
        cluster.external());
    EastWest gateway = cluster.eastWest();
    assertEquals(List.of("10.9.0.1"), seen(gateway, Optional.of("net-b")));
    assertEquals(List.of("10.0.0.1"), seen(gateway, Optional.of("net-a")));
    assertEquals(List.of("10.0.0.1"), seen(gateway, Optional.empty()));
    assertEquals(
        List.of(
            new PlacedAddress(
                new Address("10.0.0.1"),
                cluster.at().child("eastWest").child("addresses").child(0)),
            new PlacedAddress(
                new Address("10.9.0.1"),
                new Pointer("/spec/clusters/0/eastWest/addressesFor/0/addresses/0"))),
        gateway.everyAddress());
  }

  private static List<String> seen(EastWest gateway, Optional<String> network) {
    return gateway.addressesSeenFrom(network).stream().map(each -> each.address().text()).toList();
  }

  @Test
  void anAmbientMeshHasGatewaysOfItsOwnKind() {
    String ambient = "  mesh: {dataPlane: ambient}\n";
    EastWest gateway = read(TestTree.MINIMAL + ambient).clusters().get(0).eastWest();
    assertEquals(15008, gateway.port());
    assertEquals(GatewayApi.KUBERNETES, gateway.api());
  }

  @Test
  void anEmptyListReplacesTheDefaultsToo() {
    String defaults = "  defaults: {overlays: [d.yaml], eastWest: {addresses: [10.0.0.1]}}\n";
    String cluster = "      overlays: []\n      eastWest: {addresses: []}\n";
    Cluster read = read(TestTree.MINIMAL + cluster + defaults).clusters().get(0);
    assertEquals(List.of(), read.overlays());
    assertEquals(List.of(), read.eastWest().addresses());
  }

  @Test
  void putsTheMeshesOverlaysFirstEachWithItsPlace() {
    String shared = "  overlays: [all.yaml]\n  defaults: {overlays: [default.yaml]}\n";
    String own = "      overlays: [one.yaml, two.yaml]\n";
    assertEquals(
        List.of(
            new OverlayReference("all.yaml", new Pointer("/spec/overlays/0")),
            new OverlayReference("one.yaml", new Pointer("/spec/clusters/0/overlays/0")),
            new OverlayReference("two.yaml", new Pointer("/spec/clusters/0/overlays/1"))),
        read(TestTree.MINIMAL + own + shared).clusters().get(0).overlays());
    assertEquals(
        List.of(
            new OverlayReference("all.yaml", new Pointer("/spec/overlays/0")),
            new OverlayReference("default.yaml", new Pointer("/spec/defaults/overlays/0"))),
        read(TestTree.MINIMAL + shared).clusters().get(0).overlays());
  }

  @Test
  void readsEveryWord() {
    String cluster =
        """
              role: remote
              controlPlanes: [b, a]
              eastWest: {exposure: externalIP, nodePort: 32443}
          certificates: {source: none}
          secrets: {store: {name: vault}, publish: true}
        """;
    Topology topology = read(TestTree.MINIMAL + cluster);
    Cluster alpha = topology.clusters().get(0);
    assertEquals(Role.REMOTE, alpha.role());
    assertEquals(List.of("b", "a"), alpha.controlPlanes());
    assertEquals(Exposure.EXTERNAL_IP, alpha.eastWest().exposure());
    assertEquals(OptionalInt.of(32443), alpha.eastWest().nodePort());
    assertEquals(
        Optional.of(new SecretStore("ClusterSecretStore", "vault")), topology.secrets().store());
    assertEquals(true, topology.secrets().publish());
    assertEquals(Certificates.Source.NONE, topology.certificates().source());
  }

  private static Topology read(String yaml) {
    return TopologyReader.read(TestTree.of(yaml));
  }
}
