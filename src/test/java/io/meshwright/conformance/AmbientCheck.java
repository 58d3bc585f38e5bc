package io.meshwright.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.meshwright.Generated;
import io.meshwright.Trees;
import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What an installer made for a cluster of an ambient mesh beside its istiod.
 *
 * @param made the objects
 * @param cluster the cluster
 * @param mesh its mesh
 */
record AmbientCheck(Generated made, ClusterFacts cluster, MeshFacts mesh) {

  /** Checks istiod's environment, and what runs on every node. */
  void check(Map<String, String> istiod) {
    boolean ambient = mesh.topology().mesh().isAmbient();
    assertEquals(ambient ? "true" : null, istiod.get("PILOT_ENABLE_AMBIENT"));
    boolean several = mesh.clusters().size() > 1;
    assertEquals(ambient && several ? "true" : null, istiod.get("AMBIENT_ENABLE_MULTI_NETWORK"));
    assertEquals(ambient ? 2 : 0, made.all("DaemonSet").size());
    if (ambient) {
      String namespace = mesh.topology().istio().namespace();
      assertEquals(namespace + "/ztunnel", istiod.get("CA_TRUSTED_NODE_ACCOUNTS"));
      checkZtunnel(namespace);
      JsonNode cni = made.one("ConfigMap", "istio-cni-config");
      assertEquals("true", cni.at("/data/AMBIENT_ENABLED").asString());
      checkGlobalServices();
    }
  }

  private void checkZtunnel(String namespace) {
    JsonNode ztunnel = made.one("DaemonSet", "ztunnel");
    Map<String, String> env = Generated.env(ztunnel);
    assertEquals(namespace, ztunnel.at("/metadata/namespace").stringValue());
    assertEquals(cluster.cluster().id(), env.get("ISTIO_META_CLUSTER_ID"));
    assertEquals(cluster.cluster().network().orElseThrow(), env.get("NETWORK"));
    String istiod = "istiod" + suffix() + "." + namespace + ".svc:15012";
    assertEquals(istiod, env.get("XDS_ADDRESS"));
    assertEquals(istiod, env.get("CA_ADDRESS"));
    String domain = mesh.topology().mesh().clusterDomain();
    assertEquals(domain, env.getOrDefault("CLUSTER_DOMAIN", "cluster.local"));
  }

  /** A Service says itself, by a label, that it is for all clusters. */
  private void checkGlobalServices() {
    JsonNode map = made.one("ConfigMap", "istio" + suffix());
    JsonNode scope = Trees.read(map.at("/data/mesh").stringValue()).at("/serviceScopeConfigs/0");
    assertEquals("GLOBAL", scope.path("scope").asString());
    assertEquals(
        "istio.io/global", scope.at("/servicesSelector/matchExpressions/0/key").asString());
  }

  private String suffix() {
    return cluster.cluster().release().revision().map(revision -> "-" + revision).orElse("");
  }
}
