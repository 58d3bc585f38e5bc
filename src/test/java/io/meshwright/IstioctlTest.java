package io.meshwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.model.Address;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.model.Topology;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Real installers make of every operator, each by itself, what the topology says. */
class IstioctlTest {
  private static final Pattern VERSION = Pattern.compile("(?m)^    version: \"[^\"]+\"$");
  private static final String NETWORK = "topology.istio.io~1network";

  private final Path folder;

  IstioctlTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A mesh, and an installer where the machine has one. */
  private record Case(Optional<Installer> installer, TestMesh mesh) {
    @Override
    public String toString() {
      return mesh + installer.map(found -> " with " + found).orElse("");
    }
  }

  static List<Case> cases() throws IOException, InterruptedException {
    List<Optional<Installer>> installers = new ArrayList<>();
    Installer.found().forEach(found -> installers.add(Optional.of(found)));
    if (installers.isEmpty()) {
      installers.add(Optional.empty());
    }
    List<TestMesh> meshes = new ArrayList<>(TestMesh.examples());
    meshes.add(TestMesh.rich());
    List<Case> cases = new ArrayList<>();
    installers.forEach(found -> meshes.forEach(mesh -> cases.add(new Case(found, mesh))));
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void installersMakeOfItWhatTheTopologySays(Case of) throws IOException, InterruptedException {
    assumeTrue(
        of.installer().isPresent(),
        "there is no istioctl on the PATH, nor in $ISTIOCTL_DIR/VERSION/istioctl:"
            + " https://istio.io/latest/docs/setup/additional-setup/download-istio-release/");
    Installer installer = of.installer().orElseThrow();
    TestMesh mesh = of.mesh().copiedTo(folder.resolve("mesh"));
    Matcher version = VERSION.matcher(mesh.text());
    assertTrue(version.find());
    RenderedMesh rendered =
        mesh.rendered(version.replaceFirst("    version: \"" + installer.version() + "\""));
    for (ClusterFiles files : rendered.clusters()) {
      ClusterFacts cluster = rendered.facts().cluster(files.cluster()).orElseThrow();
      Topology topology = rendered.facts().topology();
      Optional<String> gateway = file(files, "eastwest-gateway.yaml");
      assertEquals(cluster.hasGateway(), gateway.isPresent());
      if (gateway.isPresent()) {
        checkGateway(generated(installer, gateway.get()), cluster, topology);
      }
      Generated istiod = generated(installer, file(files, "istio-operator.yaml").orElseThrow());
      if (cluster.runsIstiod()) {
        checkPrimary(istiod, cluster, topology);
      } else {
        checkRemote(istiod, cluster, topology);
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

  private static String istiod(Topology topology) {
    return "istiod" + suffix(topology);
  }

  private static String suffix(Topology topology) {
    return topology.istio().revision().map(revision -> "-" + revision).orElse("");
  }

  private static void checkPrimary(Generated made, ClusterFacts cluster, Topology topology) {
    JsonNode deployment = made.one("Deployment", istiod(topology));
    Map<String, String> env = Generated.env(deployment);
    String id = cluster.cluster().id();
    assertEquals(topology.istio().namespace(), deployment.at("/metadata/namespace").stringValue());
    assertEquals(id, env.get("CLUSTER_ID"));
    assertEquals(cluster.servesRemotes() ? "true" : "", env.getOrDefault("EXTERNAL_ISTIOD", ""));
    Optional<String> host =
        ClusterFacts.istiodAddress(cluster.cluster()).filter(Address::isDnsName).map(Address::text);
    assertEquals(
        cluster.servesRemotes() ? host : Optional.empty(),
        Optional.ofNullable(env.get("ISTIOD_CUSTOM_HOST")));
    String image = deployment.at("/spec/template/spec/containers/0/image").stringValue();
    assertTrue(image.endsWith("/pilot:" + topology.istio().version().text()), image);
    topology.istio().hub().ifPresent(hub -> assertTrue(image.startsWith(hub + "/"), image));
    checkMeshConfig(made, topology);
    String injector = "istio-sidecar-injector" + suffix(topology);
    JsonNode values = Trees.read(made.one("ConfigMap", injector).at("/data/values").stringValue());
    assertEquals(id, values.at("/global/multiCluster/clusterName").stringValue());
    assertEquals(topology.mesh().id(), values.at("/global/meshID").stringValue());
    assertEquals(
        cluster.cluster().network().orElseThrow(), values.at("/global/network").stringValue());
  }

  private static void checkMeshConfig(Generated made, Topology topology) {
    JsonNode map = made.one("ConfigMap", "istio" + suffix(topology));
    JsonNode mesh = Trees.read(map.at("/data/mesh").stringValue());
    assertEquals(topology.mesh().id(), mesh.at("/defaultConfig/meshId").stringValue());
    assertEquals(topology.mesh().trustDomain(), mesh.path("trustDomain").stringValue());
    List<String> aliases = new ArrayList<>();
    mesh.path("trustDomainAliases").forEach(alias -> aliases.add(alias.stringValue()));
    assertEquals(topology.mesh().trustDomainAliases(), aliases);
  }

  private static void checkRemote(Generated made, ClusterFacts cluster, Topology topology) {
    assertEquals(List.of(), made.all("Deployment"));
    Address address = cluster.dials().flatMap(ClusterFacts::istiodAddress).orElseThrow();
    String name = istiod(topology);
    JsonNode service = made.one("Service", name);
    List<JsonNode> endpoints = new ArrayList<>(made.all("EndpointSlice"));
    endpoints.addAll(made.all("Endpoints"));
    String path =
        "/inject/cluster/" + cluster.cluster().id() + "/net/" + cluster.cluster().network().get();
    List<JsonNode> configurations = made.all("MutatingWebhookConfiguration");
    assertFalse(configurations.isEmpty());
    for (JsonNode webhook : configurations.get(0).path("webhooks")) {
      JsonNode client = webhook.path("clientConfig");
      if (address.isDnsName()) {
        assertEquals("https://" + address.text() + ":15017" + path, client.path("url").asString());
      } else {
        assertEquals(path, client.at("/service/path").stringValue());
        assertEquals(name, client.at("/service/name").stringValue());
        assertEquals(443, client.at("/service/port").intValue());
      }
    }
    if (address.isDnsName()) {
      assertEquals(address.text(), service.at("/spec/externalName").stringValue());
      assertEquals(List.of(), endpoints);
      return;
    }
    assertTrue(service.at("/spec/externalName").isMissingNode());
    assertEquals(1, endpoints.size(), () -> "endpoints among " + made.names());
    checkEndpoints(endpoints.get(0), name, address.text());
    assertEquals(Map.of(15012, 15012, 443, 15017), Generated.targets(service));
  }

  private static void checkEndpoints(JsonNode endpoints, String service, String address) {
    boolean slice = endpoints.path("kind").stringValue().equals("EndpointSlice");
    JsonNode name =
        endpoints.at(slice ? "/metadata/labels/kubernetes.io~1service-name" : "/metadata/name");
    JsonNode owner = endpoints.at(slice ? "/endpoints" : "/subsets");
    JsonNode found = owner.at(slice ? "/0/addresses/0" : "/0/addresses/0/ip");
    JsonNode ports = endpoints.at(slice ? "/ports" : "/subsets/0/ports");
    assertEquals(service, name.stringValue());
    assertEquals(1, owner.size());
    assertEquals(1, owner.at("/0/addresses").size());
    assertEquals(address, found.stringValue());
    Set<Integer> numbers = new TreeSet<>();
    ports.forEach(port -> numbers.add(port.path("port").intValue()));
    assertEquals(Set.of(15012, 15017), numbers);
  }

  private static void checkGateway(Generated made, ClusterFacts cluster, Topology topology) {
    EastWest eastWest = cluster.cluster().eastWest();
    Optional<String> network =
        cluster.multiNetwork() ? cluster.cluster().network() : Optional.empty();
    assertEquals(1, made.all("Deployment").size(), () -> made.names().toString());
    JsonNode deployment = made.one("Deployment", eastWest.name());
    JsonNode service = made.one("Service", eastWest.name());
    assertEquals(topology.istio().namespace(), service.at("/metadata/namespace").stringValue());
    assertEquals(
        network.orElse(""),
        Generated.env(deployment).getOrDefault("ISTIO_META_REQUESTED_NETWORK_VIEW", ""));
    assertEquals(network.orElse(""), service.at("/metadata/labels/" + NETWORK).asString(""));
    eastWest
        .selector()
        .forEach(
            (key, value) -> {
              JsonNode pod = deployment.at("/spec/template/metadata/labels");
              assertEquals(value, pod.path(key).stringValue());
              assertEquals(value, service.at("/spec/selector").path(key).stringValue());
            });
    Map<Integer, Integer> ports = new TreeMap<>(Map.of(15021, 15021));
    if (cluster.multiNetwork()) {
      ports.put(eastWest.port(), 15443);
    }
    if (cluster.servesRemotes()) {
      ports.put(15012, 15012);
      ports.put(15017, 15017);
    }
    assertEquals(ports, Generated.targets(service));
    checkExposure(service, eastWest);
  }

  private static void checkExposure(JsonNode service, EastWest eastWest) {
    eastWest
        .service()
        .annotations()
        .forEach(
            (key, value) ->
                assertEquals(value, service.at("/metadata/annotations").path(key).stringValue()));
    String type = service.at("/spec/type").stringValue();
    if (eastWest.exposure() == Exposure.NODE_PORT) {
      assertEquals("NodePort", type);
      List<Integer> nodePorts = new ArrayList<>();
      service.at("/spec/ports").forEach(port -> nodePorts.add(port.path("nodePort").asInt(0)));
      eastWest.nodePort().ifPresent(port -> assertTrue(nodePorts.contains(port)));
    } else if (eastWest.exposure() == Exposure.EXTERNAL_IP) {
      assertEquals("ClusterIP", type);
      List<String> addresses = new ArrayList<>();
      service.at("/spec/externalIPs").forEach(ip -> addresses.add(ip.stringValue()));
      assertEquals(eastWest.addresses().stream().map(Address::text).toList(), addresses);
    } else {
      assertEquals("LoadBalancer", type);
      assertEquals(
          eastWest.service().loadBalancerIp().orElse(""),
          service.at("/spec/loadBalancerIP").asString(""));
      assertEquals(
          eastWest.service().loadBalancerClass().orElse(""),
          service.at("/spec/loadBalancerClass").asString(""));
    }
  }
}
