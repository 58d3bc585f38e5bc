package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Generated;
import io.meshwright.Trees;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.facts.StaticNetwork;
import io.meshwright.model.Address;
import io.meshwright.model.Topology;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What an installer made for a control plane, or for what a remote has instead of one.
 *
 * @param made the objects
 * @param cluster the cluster
 * @param mesh its mesh
 * @param files what was rendered for it
 */
record ControlPlaneCheck(Generated made, ClusterFacts cluster, MeshFacts mesh, ClusterFiles files) {
  private static final OutputPath SHARED = new OutputPath("bootstrap/shared-mesh-config.yaml");

  /** From this minor on an istiod reads networks from the ConfigMap that all share. */
  private static final int SHARED_NETWORKS = 25;

  /** The Service by which a remote with an istiod of its own dials the primary's. */
  private static final String DIALLED = "istiod-remote";

  /**
   * By the mesh's name, or that and the cluster's, what istiods do not discover of networks,
   * written by hand: the ids of the network's clusters that are read, ranges, and gateways.
   */
  private static final Map<String, String> LISTED =
      Map.of(
          "listed",
          """
          office: office1, 198.51.100.20:30443
          plant: plant-one, plant2, 192.0.2.10:443, 192.0.2.11:443""",
          "listed/office1",
          """
          office: office1, 198.51.100.20:30443
          plant: plant-one, 192.0.2.10:443, 192.0.2.11:443""",
          "qwhole",
          """
          qplant: 10.9.64.0/18, 10.9.0.9:15445""",
          "qwhole/qfour",
          """
          qasia: 10.9.0.13:15443
          qplant: 10.9.64.0/18, 10.9.0.9:15445""");

  void check() {
    checkTags();
    if (cluster.runsIstiod()) {
      primary();
    } else if (cluster.installsIstiod()) {
      remoteWithIstiod();
    } else {
      remoteWithout();
    }
  }

  /** Each tag has webhooks that are of the revision. */
  private void checkTags() {
    Set<String> tags = new TreeSet<>();
    String revision = cluster.cluster().release().revision().orElse("default");
    for (JsonNode webhooks : made.all("MutatingWebhookConfiguration")) {
      JsonNode labels = webhooks.at("/metadata/labels");
      String tag = labels.path("istio.io/tag").asString("");
      if (!tag.isEmpty()) {
        tags.add(tag);
        assertEquals(revision, labels.path("istio.io/rev").asString());
        assertTrue(webhooks.toString().contains("[\"" + tag + "\"]"), webhooks::toString);
      }
    }
    assertEquals(new TreeSet<>(cluster.cluster().release().tags()), tags);
  }

  private void primary() {
    Map<String, String> env = istiodHere();
    boolean external = cluster.servesRemotes() && cluster.version().since(15);
    assertEquals(external, Boolean.parseBoolean(env.get("EXTERNAL_ISTIOD")));
    List<String> names =
        cluster.istiodAddresses().stream()
            .filter(Address::isDnsName)
            .map(Address::text)
            .sorted()
            .toList();
    assertEquals(
        external && !names.isEmpty() ? String.join(",", names) : null,
        env.get("ISTIOD_CUSTOM_HOST"));
    new AmbientCheck(made, cluster, mesh).check(env);
    assertDials(istiod());
    checkNetworks();
    if (cluster.cluster().istiod().ownService()) {
      checkOwnService();
    }
    assertEquals(List.of(), made.all("Endpoints"));
    checkOwnWebhooks();
  }

  /** The remote's own istiod injects and signs; proxies dial the primary's for all else. */
  private void remoteWithIstiod() {
    Map<String, String> env = istiodHere();
    assertFalse(Boolean.parseBoolean(env.get("EXTERNAL_ISTIOD")));
    assertDials(DIALLED);
    checkOwnWebhooks();
    JsonNode service = made.one("Service", DIALLED);
    assertEquals("None", service.at("/spec/clusterIP").stringValue());
    assertEquals(Map.of(15012, 15012), Generated.targets(service));
    assertEquals(1, made.all("Endpoints").size());
    checkEndpoints(made.one("Endpoints", DIALLED), DIALLED, Set.of(15012));
  }

  private void remoteWithout() {
    assertEquals(List.of(), made.all("Deployment"));
    if (cluster.dials().orElseThrow().isHost()) {
      remoteOfAHost();
      return;
    }
    JsonNode service = made.one("Service", istiod());
    List<JsonNode> endpoints = new ArrayList<>(made.all("EndpointSlice"));
    endpoints.addAll(made.all("Endpoints"));
    checkRemoteWebhooks();
    if (dialled().isDnsName()) {
      assertEquals(dialled().text(), service.at("/spec/externalName").stringValue());
      assertEquals(List.of(), endpoints);
      return;
    }
    assertTrue(service.at("/spec/externalName").isMissingNode());
    assertEquals(1, endpoints.size(), () -> "endpoints among " + made.names());
    checkEndpoints(endpoints.get(0), istiod(), Set.of(15012, 15017));
    assertEquals(Map.of(15012, 15012, 443, 15017), Generated.targets(service));
  }

  /** It reaches its istiod by URLs; where that one's configuration stands it has an account. */
  private void remoteOfAHost() {
    checkRemoteWebhooks();
    assertEquals(List.of(), made.all("EndpointSlice"));
    assertEquals(List.of(), made.all("Endpoints"));
    List<JsonNode> validators = made.all("ValidatingWebhookConfiguration");
    boolean source = !cluster.configures().isEmpty();
    // one for objects of the revision, one for those that name none
    assertEquals(source ? 2 : 0, validators.size());
    for (JsonNode validator : validators) {
      String url = validator.at("/webhooks/0/clientConfig/url").asString();
      assertEquals("https://" + dialled().text() + ":15017/validate", url);
      assertEquals(
          cluster.cluster().release().revision().orElse("default"),
          validator.at("/metadata/labels").path("istio.io/rev").asString());
    }
    String role = "istiod-clusterrole" + suffix() + "-" + topology().istio().namespace();
    boolean bound =
        made.all("ClusterRole").stream()
            .anyMatch(object -> object.at("/metadata/name").asString().equals(role));
    assertEquals(source, bound, role);
  }

  private Topology topology() {
    return mesh.topology();
  }

  private String istiod() {
    return "istiod" + suffix();
  }

  private String suffix() {
    return cluster.cluster().release().revision().map(revision -> "-" + revision).orElse("");
  }

  private Address dialled() {
    return cluster.dialledAddress().orElseThrow();
  }

  /** Checks the istiod that is installed here, and returns its environment. */
  private Map<String, String> istiodHere() {
    assertEquals(1, made.all("Deployment").size(), () -> made.names().toString());
    JsonNode deployment = made.one("Deployment", istiod());
    Map<String, String> env = Generated.env(deployment);
    String id = cluster.cluster().id();
    assertEquals(
        topology().istio().namespace(), deployment.at("/metadata/namespace").stringValue());
    assertEquals(id, env.get("CLUSTER_ID"));
    boolean settings = !topology().mesh().config().isEmpty() && cluster.version().since(10);
    assertEquals(settings, !shared("mesh").isEmpty());
    boolean shares = settings || !shared("meshNetworks").isEmpty();
    assertEquals(shares ? "shared-mesh-config" : null, env.get("SHARED_MESH_CONFIG"));
    String image = deployment.at("/spec/template/spec/containers/0/image").stringValue();
    String variant = topology().mesh().isAmbient() ? "-distroless" : "";
    assertTrue(image.endsWith("/pilot:" + cluster.version().text() + variant), image);
    topology().istio().hub().ifPresent(hub -> assertTrue(image.startsWith(hub + "/"), image));
    checkMeshConfig();
    String injector = "istio-sidecar-injector" + suffix();
    JsonNode values = Trees.read(made.one("ConfigMap", injector).at("/data/values").stringValue());
    assertEquals(id, values.at("/global/multiCluster/clusterName").stringValue());
    assertEquals(topology().mesh().id(), values.at("/global/meshID").stringValue());
    assertEquals(
        cluster.cluster().network().orElseThrow(), values.at("/global/network").stringValue());
    String domain = topology().mesh().clusterDomain();
    assertEquals(domain, values.at("/global/proxy/clusterDomain").stringValue());
    String arguments = deployment.at("/spec/template/spec/containers/0/args").toString();
    assertTrue(arguments.contains("\"--domain\",\"" + domain + "\""), arguments);
    assertEquals(cluster.version().text(), values.at("/global/tag").asString(), "of proxies");
    topology()
        .istio()
        .hub()
        .ifPresent(hub -> assertEquals(hub, values.at("/global/hub").asString()));
    return env;
  }

  private JsonNode meshConfig() {
    return Trees.read(made.one("ConfigMap", "istio" + suffix()).at("/data/mesh").stringValue());
  }

  private void assertDials(String service) {
    assertEquals(
        service + "." + topology().istio().namespace() + ".svc:15012",
        meshConfig().at("/defaultConfig/discoveryAddress").stringValue());
  }

  private void checkMeshConfig() {
    JsonNode mesh = meshConfig();
    assertEquals(topology().mesh().id(), mesh.at("/defaultConfig/meshId").stringValue());
    assertEquals(topology().mesh().trustDomain(), mesh.path("trustDomain").stringValue());
    List<String> aliases = new ArrayList<>();
    mesh.path("trustDomainAliases").forEach(alias -> aliases.add(alias.stringValue()));
    assertEquals(topology().mesh().trustDomainAliases(), aliases);
    if (this.mesh.files().overlaysOf(cluster.cluster().name()).isEmpty()) {
      Set<String> settings = new TreeSet<>();
      mesh.propertyNames().forEach(settings::add);
      settings.remove("defaultConfig");
      mesh.path("defaultConfig").propertyNames().forEach(settings::add);
      settings.removeAll(Set.of("trustDomainAliases", "proxyMetadata"));
      assertEquals(settingsOfTheChart(), settings);
    }
  }

  /** Returns what the rule setting-of-the-chart knows, by the last name. */
  private Set<String> settingsOfTheChart() {
    int minor = cluster.version().minor();
    Set<String> settings =
        new TreeSet<>(
            Set.of(
                "discoveryAddress",
                "enablePrometheusMerge",
                "meshId",
                "rootNamespace",
                "trustDomain"));
    if (minor <= 21) {
      settings.add("tracing");
    }
    if (minor >= 18) {
      settings.add("defaultProviders");
    }
    if (topology().mesh().isAmbient()) {
      settings.addAll(Set.of("image", "serviceScopeConfigs"));
    }
    return settings;
  }

  /** Remotes come in by istiod's Service: proxies, and API servers that have no istiod near. */
  private void checkOwnService() {
    JsonNode service = made.one("Service", istiod());
    Map<Integer, Integer> targets = Generated.targets(service);
    assertTrue(targets.containsKey(15012), targets::toString);
    assertEquals(cluster.version().since(15), targets.containsKey(15017));
    List<String> addresses = new ArrayList<>();
    service.at("/spec/externalIPs").forEach(ip -> addresses.add(ip.stringValue()));
    assertEquals(
        addresses.isEmpty() ? "LoadBalancer" : "ClusterIP", service.at("/spec/type").asString(""));
  }

  /** Networks that are not discovered are listed with their registries and gateways. */
  private void checkNetworks() {
    JsonNode map = made.one("ConfigMap", "istio" + suffix());
    JsonNode ofChart = Trees.read(map.at("/data/meshNetworks").stringValue()).path("networks");
    boolean shared = cluster.version().since(SHARED_NETWORKS);
    assertTrue(!shared || ofChart.isEmpty(), ofChart::toString);
    List<String> networks = new ArrayList<>();
    for (Map.Entry<String, JsonNode> network :
        (shared ? shared("meshNetworks").path("networks") : ofChart).properties()) {
      List<String> parts = new ArrayList<>();
      network
          .getValue()
          .path("endpoints")
          .forEach(endpoint -> endpoint.forEach(value -> parts.add(value.stringValue())));
      for (JsonNode gateway : network.getValue().path("gateways")) {
        parts.add(gateway.path("address").stringValue() + ":" + gateway.path("port").intValue());
      }
      networks.add(network.getKey() + ": " + String.join(", ", parts));
    }
    if (topology().mesh().isAmbient()) {
      assertEquals(List.of(), networks); // Gateways tell it
      return;
    }
    String name = topology().name();
    String meant =
        LISTED.getOrDefault(
            name + "/" + cluster.cluster().name(), LISTED.getOrDefault(name, undiscovered()));
    assertEquals(meant, String.join("\n", networks));
  }

  /** Returns what the ConfigMap that istiod reads beside its chart's says under {@code key}. */
  private JsonNode shared(String key) {
    return Optional.ofNullable(files.files().get(SHARED))
        .map(text -> Trees.read(text).path("data").path(key).asString(""))
        .map(Trees::read)
        .orElse(MissingNode.getInstance());
  }

  /** What follows for a mesh of which nobody wrote it down. */
  private String undiscovered() {
    List<String> networks = new ArrayList<>();
    for (StaticNetwork network : StaticNetwork.of(mesh, cluster)) {
      List<String> parts = new ArrayList<>(network.registries());
      parts.addAll(network.cidrs());
      network.gateways().forEach(found -> parts.add(found.address().text() + ":" + found.port()));
      networks.add(network.name() + ": " + String.join(", ", parts));
    }
    return String.join("\n", networks);
  }

  private List<JsonNode> webhooks() {
    List<JsonNode> webhooks = new ArrayList<>();
    List<JsonNode> configurations = made.all("MutatingWebhookConfiguration");
    assertFalse(configurations.isEmpty());
    configurations.get(0).path("webhooks").forEach(webhooks::add);
    assertFalse(webhooks.isEmpty());
    return webhooks;
  }

  /** An istiod injects the pods of its own cluster, and of its revision. */
  private void checkOwnWebhooks() {
    for (JsonNode webhook : webhooks()) {
      JsonNode service = webhook.at("/clientConfig/service");
      assertEquals("/inject", service.path("path").stringValue());
      assertEquals(istiod(), service.path("name").stringValue());
      assertEquals(topology().istio().namespace(), service.path("namespace").stringValue());
    }
    String revision = cluster.cluster().release().revision().orElse("default");
    for (JsonNode object :
        List.of(
            made.one("Deployment", istiod()), made.all("MutatingWebhookConfiguration").get(0))) {
      assertEquals(
          revision,
          object.at("/metadata/labels").path("istio.io/rev").asString(),
          object::toString);
    }
  }

  private void checkRemoteWebhooks() {
    String path =
        "/inject/cluster/"
            + cluster.cluster().id()
            + "/net/"
            + cluster.cluster().network().orElseThrow();
    for (JsonNode webhook : webhooks()) {
      JsonNode client = webhook.path("clientConfig");
      if (dialled().isDnsName()) {
        String url = "https://" + dialled().text() + ":15017" + path;
        assertEquals(url, client.path("url").asString());
      } else {
        assertEquals(path, client.at("/service/path").stringValue());
        assertEquals(istiod(), client.at("/service/name").stringValue());
        assertEquals(443, client.at("/service/port").intValue());
      }
    }
  }

  private void checkEndpoints(JsonNode endpoints, String service, Set<Integer> ports) {
    boolean slice = endpoints.path("kind").stringValue().equals("EndpointSlice");
    JsonNode name =
        endpoints.at(slice ? "/metadata/labels/kubernetes.io~1service-name" : "/metadata/name");
    JsonNode owner = endpoints.at(slice ? "/endpoints" : "/subsets");
    assertEquals(service, name.stringValue());
    assertEquals(1, owner.size());
    assertEquals(1, owner.at("/0/addresses").size());
    assertEquals(
        dialled().text(), owner.at(slice ? "/0/addresses/0" : "/0/addresses/0/ip").stringValue());
    Set<Integer> numbers = new TreeSet<>();
    endpoints
        .at(slice ? "/ports" : "/subsets/0/ports")
        .forEach(port -> numbers.add(port.path("port").intValue()));
    assertEquals(ports, numbers);
  }
}
