package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Generated;
import io.meshwright.Installer;
import io.meshwright.InstallerOfMinor;
import io.meshwright.RenderedMesh;
import io.meshwright.Trees;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Real installers of Istio 1.5 to 1.7 make of every operator what the topology says. */
@Conformance(Part.ISTIOCTL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngressGatewayIstioctlTest {
  private static final int DISCOVERY = 15012;

  /** From this minor on the gateway reads its istiod's address from the ConfigMap. */
  private static final int FIRST_WITH_MESH_CONFIG = 6;

  private final Path folder;
  private final Set<Grid.Cell> cells = new HashSet<>();
  private final Set<Integer> minors = new TreeSet<>();

  IngressGatewayIstioctlTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<InstallerOfMinor> istioctls() throws IOException, InterruptedException {
    return InstallerOfMinor.until(7);
  }

  @ParameterizedTest
  @MethodSource("istioctls")
  void installersMakeOfItWhatTheTopologySays(InstallerOfMinor istioctl)
      throws IOException, InterruptedException {
    Installer installer = istioctl.orSkip();
    cells.addAll(InstalledMeshes.pass(installer, folder, mesh -> check(installer, mesh)));
    minors.add(installer.minor());
  }

  @AfterAll
  void thePageSaysSo() throws IOException {
    Grid.proven(Proof.INSTALLED, cells, minors);
  }

  private void check(Installer installer, RenderedMesh rendered)
      throws IOException, InterruptedException {
    for (ClusterFiles files : rendered.clusters()) {
      ClusterFacts cluster = rendered.facts().cluster(files.cluster()).orElseThrow();
      String operator = files.files().get(new OutputPath("control-plane/istio-operator.yaml"));
      Generated made =
          installer.generate(
              Files.writeString(folder.resolve("operator.yaml"), Objects.requireNonNull(operator)));
      checkGateway(made, cluster);
      checkIstiod(made, rendered, cluster);
      checkProxies(made, rendered, cluster);
      new TogetherCheck(files, List.of(made), cluster, rendered.facts(), cluster.installsGateway())
          .check();
      if (!cluster.runsIstiod()) {
        checkRemote(installer, made, cluster);
      }
    }
  }

  /** Injected proxies are told the mesh, the cluster and its network. */
  private static void checkProxies(Generated made, RenderedMesh mesh, ClusterFacts facts) {
    JsonNode map = made.one("ConfigMap", "istio-sidecar-injector");
    JsonNode values = Trees.read(map.at("/data/values").stringValue()).path("global");
    assertEquals(facts.cluster().id(), values.at("/multiCluster/clusterName").asString());
    assertEquals(facts.cluster().network().orElseThrow(), values.path("network").asString());
    assertEquals(mesh.facts().topology().mesh().id(), values.path("meshID").asString());
  }

  /** The gateway lets in what the topology sends there: other networks, and remotes to istiod. */
  private static void checkGateway(Generated made, ClusterFacts facts) {
    Cluster cluster = facts.cluster();
    assertEquals(
        facts.installsGateway() ? 1 : 0,
        made.all("Deployment").stream()
            .filter(found -> name(found).equals("istio-ingressgateway"))
            .count());
    if (!facts.installsGateway()) {
      return;
    }
    JsonNode service = made.one("Service", "istio-ingressgateway");
    Map<Integer, Integer> ports = Generated.targets(service);
    assertEquals(facts.exposesIstiod(), ports.containsKey(DISCOVERY), ports::toString);
    assertEquals(
        facts.exposesIstiod(),
        made.all("Gateway").stream().anyMatch(o -> name(o).equals("meshexpansion-gateway")));
    if (facts.multiNetwork()) {
      assertTrue(ports.containsKey(cluster.eastWest().port()), ports::toString);
    }
    Exposure exposure = cluster.eastWest().exposure();
    assertEquals(
        exposure == Exposure.LOAD_BALANCER
            ? "LoadBalancer"
            : exposure == Exposure.NODE_PORT ? "NodePort" : "ClusterIP",
        service.at("/spec/type").stringValue());
    if (exposure == Exposure.EXTERNAL_IP) {
      assertEquals(
          cluster.eastWest().everyAddress().stream()
              .map(placed -> placed.address().text())
              .toList(),
          texts(service.at("/spec/externalIPs")));
    }
    if (exposure == Exposure.NODE_PORT) {
      assertEquals(cluster.eastWest().nodePort().getAsInt(), nodePort(service, cluster));
    }
    Map<String, String> env = Generated.env(made.one("Deployment", "istio-ingressgateway"));
    assertEquals(cluster.network().orElseThrow(), env.get("ISTIO_META_NETWORK"));
    assertEquals("sni-dnat", env.get("ISTIO_META_ROUTER_MODE"));
    assertEquals(cluster.id(), env.get("ISTIO_META_CLUSTER_ID"));
  }

  private static int nodePort(JsonNode service, Cluster cluster) {
    for (JsonNode port : service.at("/spec/ports")) {
      if (port.path("port").intValue() == cluster.eastWest().port()) {
        return port.path("nodePort").intValue();
      }
    }
    throw new AssertionError(service);
  }

  private static void checkIstiod(Generated made, RenderedMesh mesh, ClusterFacts facts) {
    JsonNode deployment = made.one("Deployment", "istiod");
    String image = deployment.at("/spec/template/spec/containers/0/image").stringValue();
    assertTrue(image.endsWith("/pilot:" + mesh.facts().topology().istio().version()), image);
    mesh.facts()
        .topology()
        .istio()
        .hub()
        .ifPresent(hub -> assertTrue(image.startsWith(hub), image));
    assertEquals(facts.cluster().id(), Generated.env(deployment).get("CLUSTER_ID"));
    String domain = mesh.facts().topology().mesh().trustDomain();
    String arguments = deployment.at("/spec/template/spec/containers/0/args").toString();
    assertTrue(arguments.contains("\"--trust-domain=" + domain + "\""), arguments);
    JsonNode service = made.one("Service", "istiod");
    assertTrue(Generated.targets(service).containsKey(DISCOVERY));
    boolean own = facts.runsIstiod() && facts.cluster().istiod().ownService();
    Exposure gateway = facts.cluster().eastWest().exposure();
    // what the gateway has, istiod has, too: a load balancer, or addresses of nodes
    boolean balanced = gateway == Exposure.LOAD_BALANCER || gateway == Exposure.NONE;
    assertEquals(
        own && balanced ? "LoadBalancer" : "ClusterIP",
        service.at("/spec/type").asString("ClusterIP"));
    assertEquals(
        own && !balanced
            ? facts.cluster().istiod().addresses().stream().map(Address::text).toList()
            : List.of(),
        texts(service.at("/spec/externalIPs")));
  }

  /** The remote's proxies dial the topology's address, and nothing else. */
  private static void checkRemote(Installer installer, Generated made, ClusterFacts facts) {
    String address = facts.dialledAddress().orElseThrow().text();
    JsonNode service = made.one("Service", "istiod-remote");
    assertEquals("None", service.at("/spec/clusterIP").stringValue());
    JsonNode endpoints = made.one("Endpoints", "istiod-remote");
    assertEquals(1, endpoints.path("subsets").size());
    assertEquals(1, endpoints.at("/subsets/0/addresses").size());
    assertEquals(address, endpoints.at("/subsets/0/addresses/0/ip").stringValue());
    assertEquals(1, endpoints.at("/subsets/0/ports").size());
    assertEquals(DISCOVERY, endpoints.at("/subsets/0/ports/0/port").intValue());
    if (facts.installsGateway()) {
      JsonNode pod = made.one("Deployment", "istio-ingressgateway").at("/spec/template/spec");
      String arguments = pod.at("/containers/0/args").toString();
      if (installer.minor() < FIRST_WITH_MESH_CONFIG) {
        assertTrue(arguments.contains("\"istiod-remote.istio-system.svc:15012\""), arguments);
      } else {
        String mesh = pod.at("/volumes").toString();
        assertTrue(mesh.contains("\"configMap\":{\"name\":\"istio\""), mesh);
      }
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.stringValue()));
    return texts;
  }

  private static String name(JsonNode object) {
    return object.at("/metadata/name").asString("");
  }
}
