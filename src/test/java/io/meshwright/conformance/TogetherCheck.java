package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Generated;
import io.meshwright.Trees;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.model.Cluster;
import io.meshwright.output.ClusterFiles;
import io.meshwright.output.OutputPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What is rendered beside the overlays refers to what an installer makes of them.
 *
 * @param files what is rendered for the cluster
 * @param made what an installer makes of its overlays
 * @param cluster the cluster
 * @param mesh its mesh
 * @param withGateway whether a gateway is among the objects
 */
record TogetherCheck(
    ClusterFiles files,
    List<Generated> made,
    ClusterFacts cluster,
    MeshFacts mesh,
    boolean withGateway) {
  private static final String READER = "istio-reader-service-account";

  void check() {
    checkNamespace();
    checkReader();
    checkConfigToken();
    for (String gateway : List.of("cross-network-gateway", "istiod-gateway")) {
      file("mesh/" + gateway).filter(found -> withGateway).ifPresent(this::checkGateway);
    }
    String revision = cluster.cluster().release().revision().map(name -> "-" + name).orElse("");
    file("mesh/istiod-route" + revision).ifPresent(this::checkRoute);
  }

  private String namespace() {
    return mesh.topology().istio().namespace();
  }

  private Optional<JsonNode> file(String name) {
    return Optional.ofNullable(files.files().get(new OutputPath(name + ".yaml"))).map(Trees::read);
  }

  private JsonNode one(String kind, String name) {
    List<JsonNode> found = new ArrayList<>();
    for (Generated each : made) {
      each.all(kind).stream()
          .filter(object -> object.at("/metadata/name").asString().equals(name))
          .forEach(found::add);
    }
    assertEquals(1, found.size(), () -> kind + " " + name);
    assertEquals(namespace(), found.get(0).at("/metadata/namespace").asString());
    return found.get(0);
  }

  /** istiod reads the cluster's network, and who manages it, from the namespace. */
  private void checkNamespace() {
    JsonNode metadata = file("bootstrap/namespace").orElseThrow().path("metadata");
    assertEquals(namespace(), metadata.path("name").stringValue());
    String network = mesh.has(IstioFeature.NETWORK_LABELS) ? network() : "";
    assertEquals(network, metadata.at("/labels/topology.istio.io~1network").asString(""));
    String primaries =
        cluster.installsIstiod()
            ? ""
            : cluster.controlPlanes().stream()
                .map(manager -> mesh.cluster(manager.name()).orElseThrow())
                .map(manager -> manager.configSource().orElseThrow())
                .filter(source -> !source.equals(cluster.cluster()))
                .map(Cluster::id)
                .collect(Collectors.joining(","));
    assertEquals(
        primaries,
        metadata.at("/annotations/topology.istio.io~1controlPlaneClusters").asString(""));
  }

  private String network() {
    return cluster.cluster().network().orElseThrow();
  }

  /** The account whose token other clusters' istiods have is there, and bound to Istio's role. */
  private void checkReader() {
    Optional<JsonNode> token = file("mesh/reader-token");
    assertEquals(!cluster.readBySecret().isEmpty(), token.isPresent());
    token.ifPresent(found -> checkToken(found, READER));
  }

  /** A hosted istiod reads its configuration with the account that its chart gives it there. */
  private void checkConfigToken() {
    Optional<JsonNode> token = file("mesh/istiod-token");
    assertEquals(!cluster.configures().isEmpty(), token.isPresent());
    String suffix = cluster.cluster().release().revision().map(name -> "-" + name).orElse("");
    token.ifPresent(found -> checkToken(found, "istiod" + suffix));
  }

  private void checkToken(JsonNode token, String name) {
    JsonNode account = token.at("/metadata/annotations/kubernetes.io~1service-account.name");
    assertEquals(name, account.asString());
    assertEquals(namespace(), token.at("/metadata/namespace").asString());
    one("ServiceAccount", name);
    assertTrue(
        made.stream()
            .flatMap(each -> each.all("ClusterRoleBinding").stream())
            .flatMap(binding -> binding.path("subjects").valueStream())
            .anyMatch(
                subject ->
                    subject.path("name").asString().equals(name)
                        && subject.path("namespace").asString().equals(namespace())));
  }

  /** Pods of the gateway are those that the Gateway selects, and its Service leads to its ports. */
  private void checkGateway(JsonNode gateway) {
    Map<String, JsonNode> selector =
        gateway.at("/spec/selector").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<JsonNode> selected =
        made.stream()
            .flatMap(each -> each.all("Deployment").stream())
            .filter(
                deployment ->
                    labels(deployment.at("/spec/template/metadata/labels"))
                        .containsAll(selector.entrySet()))
            .toList();
    assertEquals(1, selected.size(), selector::toString);
    assertEquals(gateway.at("/metadata/namespace"), selected.get(0).at("/metadata/namespace"));
    String name = selected.get(0).at("/metadata/name").asString();
    Map<Integer, Integer> ports = Generated.targets(one("Service", name));
    int own = 0;
    for (JsonNode server : gateway.at("/spec/servers")) {
      int port = server.at("/port/number").intValue();
      // istiod takes a port of the Service for the one of the pods to which it leads
      boolean here = ports.containsKey(port) || ports.containsValue(port);
      own += here ? 1 : 0;
      assertTrue(here || isElsewhere(port), server::toString);
    }
    assertTrue(own > 0, gateway::toString);
  }

  /** A Gateway also holds for the gateways of other clusters that read it, and has their ports. */
  private boolean isElsewhere(int port) {
    return mesh.clusters().stream()
        .filter(other -> !other.equals(cluster))
        .anyMatch(other -> other.cluster().eastWest().port() == port);
  }

  private static Set<Map.Entry<String, JsonNode>> labels(JsonNode labels) {
    return labels.properties().stream()
        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
        .collect(Collectors.toSet());
  }

  /** The route that leads from the gateway to istiod ends at its Service. */
  private void checkRoute(JsonNode route) {
    String domain = "." + namespace() + ".svc." + mesh.topology().mesh().clusterDomain();
    int routes = 0;
    for (JsonNode rule : route.at("/spec/tls")) {
      for (JsonNode target : rule.path("route")) {
        String host = target.at("/destination/host").asString();
        assertTrue(host.endsWith(domain), host);
        JsonNode service = one("Service", host.substring(0, host.length() - domain.length()));
        int port = target.at("/destination/port/number").intValue();
        assertTrue(Generated.targets(service).containsKey(port), service::toString);
        routes++;
      }
    }
    assertTrue(routes > 0);
  }
}
