package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Generated;
import io.meshwright.Trees;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.model.Cluster;
import io.meshwright.model.External;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What an installer made for a cluster that hosts an istiod for others, and what stands beside it.
 *
 * @param made the objects of the hosted istiod
 * @param front the objects of the gateway in front of it, and of this gateway's control plane
 * @param cluster the cluster
 * @param mesh its mesh
 * @param files what was rendered for it
 */
record HostCheck(
    Generated made, Generated front, ClusterFacts cluster, MeshFacts mesh, ClusterFiles files) {
  private static final String ROOTS = "/etc/ssl/certs/ca-certificates.crt";

  void check() {
    checkNamespaces();
    checkIstiod();
    checkSettings();
    checkFront();
    checkRoutes();
  }

  private External external() {
    return cluster.cluster().external().orElseThrow();
  }

  private boolean terminates() {
    return external().tls() == External.Tls.TERMINATE;
  }

  private String namespace() {
    return mesh.topology().istio().namespace();
  }

  private String istiod() {
    return "istiod" + suffix();
  }

  private String suffix() {
    return cluster.cluster().release().revision().map(revision -> "-" + revision).orElse("");
  }

  private JsonNode file(String name) {
    return Trees.read(
        Optional.ofNullable(files.files().get(new OutputPath(name + ".yaml"))).orElseThrow());
  }

  /** The host is in no network of the mesh, and nobody manages it. */
  private void checkNamespaces() {
    JsonNode system = file("bootstrap/namespace").path("metadata");
    assertEquals(namespace(), system.path("name").asString());
    assertTrue(system.path("labels").isMissingNode() && system.path("annotations").isMissingNode());
    String gateway = file("bootstrap/gateway-namespace").at("/metadata/name").asString();
    assertEquals(external().gatewayNamespace(), gateway);
  }

  private void checkIstiod() {
    JsonNode deployment = made.one("Deployment", istiod());
    assertEquals(namespace(), deployment.at("/metadata/namespace").asString());
    Cluster source = cluster.configSource().orElseThrow();
    Map<String, String> env = Generated.env(deployment);
    assertEquals(source.id(), env.get("CLUSTER_ID"));
    assertEquals("true", env.get("EXTERNAL_ISTIOD"));
    assertEquals("true", env.get("LOCAL_CLUSTER_SECRET_WATCHER"));
    assertEquals(external().host(), env.get("ISTIOD_CUSTOM_HOST"));
    for (String webhook : List.of("INJECTION", "VALIDATION")) {
      assertEquals(terminates() ? "" : null, env.get(webhook + "_WEBHOOK_CONFIG_NAME"));
    }
    JsonNode pod = deployment.at("/spec/template/spec");
    Map<String, JsonNode> volumes = new TreeMap<>();
    pod.path("volumes").forEach(volume -> volumes.put(volume.path("name").asString(), volume));
    Map<String, JsonNode> mounted = new TreeMap<>();
    for (JsonNode mount : pod.at("/containers/0/volumeMounts")) {
      JsonNode volume = volumes.getOrDefault(mount.path("name").asString(), mount);
      mounted.put(mount.path("mountPath").asString(), volume);
    }
    assertMounted(mounted, "/etc/istio/config", "/configMap/name", "istio" + suffix());
    String injector = "istio-sidecar-injector" + suffix();
    assertMounted(mounted, "/var/lib/istio/inject", "/configMap/name", injector);
    String kubeconfig = env.getOrDefault("KUBECONFIG", "");
    String folder = kubeconfig.substring(0, kubeconfig.lastIndexOf('/'));
    JsonNode access = file("bootstrap/istio-kubeconfig");
    String secret = access.at("/spec/target/name").asString();
    assertMounted(mounted, folder, "/secret/secretName", secret);
    String key = kubeconfig.substring(folder.length() + 1);
    JsonNode config = Trees.read(access.at("/spec/target/template/data").path(key).asString());
    assertEquals(
        source.apiServer().url().orElseThrow(), config.at("/clusters/0/cluster/server").asString());
    assertEquals(List.of(), made.all("MutatingWebhookConfiguration"));
    assertEquals(List.of(), made.all("ValidatingWebhookConfiguration"));
  }

  private static void assertMounted(
      Map<String, JsonNode> mounted, String path, String at, String name) {
    JsonNode volume = mounted.getOrDefault(path, MissingNode.getInstance());
    assertEquals(name, volume.at(at).asString(""), path);
  }

  private void checkSettings() {
    JsonNode map = made.one("ConfigMap", "istio" + suffix());
    JsonNode settings = Trees.read(map.at("/data/mesh").asString());
    String dialled = external().host() + ":15012";
    assertEquals(dialled, settings.at("/defaultConfig/discoveryAddress").asString());
    JsonNode proxy = settings.at("/defaultConfig/proxyMetadata");
    for (String root : List.of("CA_ROOT_CA", "XDS_ROOT_CA")) {
      assertEquals(terminates() ? ROOTS : "", proxy.path(root).asString(""));
    }
    assertEquals(mesh.topology().mesh().id(), settings.at("/defaultConfig/meshId").asString());
    assertEquals(mesh.topology().mesh().trustDomain(), settings.path("trustDomain").asString());
    assertEquals(namespace(), settings.path("rootNamespace").asString());
    JsonNode injector = made.one("ConfigMap", "istio-sidecar-injector" + suffix());
    JsonNode global = Trees.read(injector.at("/data/values").asString()).path("global");
    Cluster source = cluster.configSource().orElseThrow();
    assertEquals(dialled, global.path("caAddress").asString());
    assertEquals(source.network().orElseThrow(), global.path("network").asString());
  }

  private void checkFront() {
    JsonNode selector = file("mesh/external-istiod-gateway").at("/spec/selector");
    List<JsonNode> selected =
        front.all("Deployment").stream()
            .filter(deployment -> isSelected(deployment, selector))
            .toList();
    assertEquals(1, selected.size(), front.names()::toString);
    String namespace = selected.get(0).at("/metadata/namespace").asString();
    assertEquals(external().gatewayNamespace(), namespace);
    JsonNode service = front.one("Service", selected.get(0).at("/metadata/name").asString());
    assertEquals(Map.of(15012, 15012, 15017, 15017, 15021, 15021), Generated.targets(service));
    JsonNode programmer = front.one("Deployment", "istiod");
    assertEquals(namespace, programmer.at("/metadata/namespace").asString());
    Set<String> both = made.names();
    both.retainAll(front.names());
    both.removeIf(name -> isNamespaced(name));
    assertEquals(Set.of(), both, "what both installations would write");
  }

  private boolean isNamespaced(String name) {
    return made.objects().stream()
        .filter(object -> name.equals(object.path("kind") + " " + object.at("/metadata/name")))
        .allMatch(object -> object.at("/metadata/namespace").asString("").equals(namespace()));
  }

  private static boolean isSelected(JsonNode deployment, JsonNode selector) {
    JsonNode labels = deployment.at("/spec/template/metadata/labels");
    return selector.properties().stream()
        .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
  }

  private void checkRoutes() {
    String domain = ".svc." + mesh.topology().mesh().clusterDomain();
    String service = istiod() + "." + namespace() + domain;
    Map<Integer, Integer> targets = Generated.targets(made.one("Service", istiod()));
    JsonNode route = file("mesh/external-istiod-route").path("spec");
    Map<Integer, Integer> led = new TreeMap<>();
    for (JsonNode rule : route.path(terminates() ? "http" : "tls")) {
      JsonNode destination = rule.at("/route/0/destination");
      assertEquals(service, destination.path("host").asString());
      int port = destination.at("/port/number").intValue();
      led.put(rule.at("/match/0/port").intValue(), targets.getOrDefault(port, 0));
    }
    assertEquals(Map.of(15012, 15012, 15017, 15017), led);
    boolean stored = files.files().containsKey(new OutputPath("mesh/external-istiod-tls.yaml"));
    assertEquals(terminates(), stored);
    if (terminates()) {
      checkTls(service, service.substring(0, service.indexOf(domain)) + ".svc");
    }
  }

  /** The gateway knows istiod by the mesh's root, which lies beside it. */
  private void checkTls(String service, String certified) {
    JsonNode rule = file("mesh/external-istiod-tls").path("spec");
    assertEquals(service, rule.path("host").asString());
    JsonNode root = file("bootstrap/external-istiod-root");
    assertEquals(external().gatewayNamespace(), root.at("/metadata/namespace").asString());
    assertEquals("root-cert.pem", root.at("/spec/data/0/remoteRef/property").asString());
    Set<Integer> ports =
        rule.at("/trafficPolicy/portLevelSettings")
            .valueStream()
            .map(setting -> checkTls(setting, root, certified))
            .collect(Collectors.toSet());
    assertEquals(Set.of(15012, 443), ports);
  }

  private static int checkTls(JsonNode setting, JsonNode root, String certified) {
    JsonNode tls = setting.path("tls");
    assertEquals("SIMPLE", tls.path("mode").asString());
    assertEquals(root.at("/spec/target/name").asString(), tls.path("credentialName").asString());
    assertEquals(certified, tls.at("/subjectAltNames/0").asString());
    return setting.at("/port/number").intValue();
  }
}
