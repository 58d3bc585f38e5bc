package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.meshwright.Generated;
import io.meshwright.Trees;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.model.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What an installer made for an east-west gateway.
 *
 * @param made the objects
 * @param cluster the cluster
 * @param suffix what its name has more: that of a canary is named by its revision
 * @param topology its mesh
 */
record GatewayCheck(Generated made, ClusterFacts cluster, String suffix, Topology topology) {
  private static final String NETWORK = "topology.istio.io~1network";

  void check() {
    EastWest eastWest = cluster.cluster().eastWest();
    Optional<String> network =
        cluster.multiNetwork() ? cluster.cluster().network() : Optional.empty();
    assertEquals(1, made.all("Deployment").size(), () -> made.names().toString());
    JsonNode deployment = made.one("Deployment", eastWest.name() + suffix);
    JsonNode service = made.one("Service", eastWest.name() + suffix);
    assertEquals(topology.istio().namespace(), service.at("/metadata/namespace").stringValue());
    assertEquals(
        network.orElse(""),
        Generated.env(deployment).getOrDefault("ISTIO_META_REQUESTED_NETWORK_VIEW", ""));
    assertEquals(
        network.filter(name -> !cluster.hasStaticGateway()).orElse(""),
        service.at("/metadata/labels/" + NETWORK).asString(""));
    eastWest
        .selector()
        .forEach(
            (key, value) -> {
              JsonNode pod = deployment.at("/spec/template/metadata/labels");
              assertEquals(value, pod.path(key).stringValue());
              assertEquals(value, service.at("/spec/selector").path(key).stringValue());
            });
    checkPod(deployment);
    checkPorts(service);
    checkExposure(service);
  }

  /** An injected pod takes all this from istiod. */
  private void checkPod(JsonNode deployment) {
    JsonNode container = deployment.at("/spec/template/spec/containers/0");
    String image = container.path("image").stringValue();
    if (cluster.version().since(11)) {
      assertEquals("auto", image);
      return;
    }
    assertTrue(image.endsWith("/proxyv2:" + cluster.version().text()), image);
    topology.istio().hub().ifPresent(hub -> assertTrue(image.startsWith(hub + "/"), image));
    Map<String, String> env = Generated.env(deployment);
    assertEquals(cluster.cluster().id(), env.get("ISTIO_META_CLUSTER_ID"));
    assertEquals(topology.mesh().id(), env.get("ISTIO_META_MESH_ID"));
    assertEquals(cluster.cluster().network().orElseThrow(), env.get("ISTIO_META_NETWORK"));
    assertEquals(topology.mesh().trustDomain(), env.getOrDefault("TRUST_DOMAIN", "cluster.local"));
    if (cluster.multiNetwork()) {
      assertEquals("sni-dnat", env.get("ISTIO_META_ROUTER_MODE"));
    }
    assertTrue(container.path("args").toString().contains(topology.mesh().clusterDomain()));
    String revision = cluster.cluster().release().revision().map(name -> "-" + name).orElse("");
    List<String> maps = new ArrayList<>();
    deployment
        .at("/spec/template/spec/volumes")
        .forEach(volume -> maps.add(volume.at("/configMap/name").asString("")));
    assertTrue(maps.contains("istio" + revision), maps::toString);
  }

  private void checkPorts(JsonNode service) {
    Map<Integer, Integer> ports = new TreeMap<>(Map.of(15021, 15021));
    if (cluster.multiNetwork()) {
      ports.put(cluster.cluster().eastWest().port(), 15443);
    }
    if (cluster.exposesIstiod()) {
      ports.put(15012, 15012);
      ports.put(15017, 15017);
    }
    assertEquals(ports, Generated.targets(service));
  }

  private void checkExposure(JsonNode service) {
    EastWest eastWest = cluster.cluster().eastWest();
    eastWest
        .service()
        .annotations()
        .forEach(
            (key, value) ->
                assertEquals(value, service.at("/metadata/annotations").path(key).stringValue()));
    JsonNode nodes = service.at("/metadata/annotations/traffic.istio.io~1nodeSelector");
    Map<String, String> selector = new TreeMap<>();
    if (!nodes.isMissingNode()) {
      Trees.read(nodes.stringValue())
          .properties()
          .forEach(entry -> selector.put(entry.getKey(), entry.getValue().stringValue()));
    }
    assertEquals(eastWest.service().nodeSelector(), selector);
    String type = service.at("/spec/type").stringValue();
    if (eastWest.exposure() == Exposure.NODE_PORT) {
      assertEquals("NodePort", type);
      for (JsonNode port : service.at("/spec/ports")) {
        if (port.path("port").intValue() == eastWest.port()) {
          assertEquals(eastWest.nodePort().orElse(0), port.path("nodePort").asInt(0));
        }
      }
    } else if (eastWest.exposure() == Exposure.EXTERNAL_IP) {
      assertEquals("ClusterIP", type);
      List<String> addresses = new ArrayList<>();
      service.at("/spec/externalIPs").forEach(ip -> addresses.add(ip.stringValue()));
      assertEquals(
          eastWest.everyAddress().stream().map(placed -> placed.address().text()).toList(),
          addresses);
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
