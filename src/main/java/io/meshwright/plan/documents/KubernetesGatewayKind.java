package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstiodPorts;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Layer;
import io.meshwright.plan.documents.KubernetesGateway.GatewayAddress;
import io.meshwright.plan.documents.KubernetesGateway.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A primary whose east-west gateway is made by the Kubernetes Gateway API has a Gateway of its
 * istiod, which makes the rest. A remote's would be made by nobody: istiod makes those of its own
 * cluster alone.
 */
final class KubernetesGatewayKind implements DocumentKind {
  /** Of this class is a gateway for sidecars, and for remotes on their way to istiod. */
  private static final String SIDECAR = "istio";

  /** Of this class is a gateway that ztunnels of other networks call. */
  private static final String EAST_WEST = "istio-east-west";

  private static final String OPTIONS = "eastwest-gateway-options.yaml";

  static final String DISCOVERY = "istiod-grpc";
  static final String WEBHOOK = "istiod-webhook";

  private static final Set<Integer> USUAL_PORTS = Set.of(EastWestGateway.PORT, 15_008);
  static final String REVISION = "istio.io/rev";
  private static final String SERVICE_TYPE = "networking.istio.io/service-type";

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (!cluster.makesKubernetesGateway()) {
      return;
    }
    EastWest eastWest = cluster.cluster().eastWest();
    if (eastWest.exposure() == Exposure.EXTERNAL_IP
        && eastWest.everyAddress().stream().anyMatch(placed -> placed.address().isPending())) {
      await(cluster, KubernetesGateway.FILE, plan);
      await(cluster, OPTIONS, plan);
      return;
    }
    String namespace = mesh.topology().istio().namespace();
    Optional<ConfigMap> options =
        GatewayOptions.of(eastWest)
            .map(
                service ->
                    new ConfigMap(
                        Layer.MESH,
                        OPTIONS,
                        namespace,
                        eastWest.name() + "-options",
                        Map.of("service", service)));
    options.ifPresent(plan::add);
    plan.add(
        new KubernetesGateway(
            eastWest.name(),
            namespace,
            labels(cluster),
            annotations(eastWest),
            mesh.topology().mesh().isAmbient() ? EAST_WEST : SIDECAR,
            options.map(ConfigMap::name),
            addresses(eastWest),
            listeners(mesh, cluster)));
  }

  private static List<Listener> listeners(MeshFacts mesh, ClusterFacts cluster) {
    int port = cluster.cluster().eastWest().port();
    List<Listener> listeners = new ArrayList<>();
    if (mesh.topology().mesh().isAmbient()) {
      listeners.add(Listener.hbone(port));
    } else if (cluster.multiNetwork()) {
      listeners.add(Listener.crossNetwork(port, CrossNetworkGateway.host(mesh.topology().mesh())));
    }
    if (cluster.exposesIstiod()) {
      listeners.add(Listener.passthrough(DISCOVERY, IstiodPorts.DISCOVERY));
      listeners.add(Listener.passthrough(WEBHOOK, IstiodPorts.WEBHOOK));
    }
    return listeners;
  }

  private static void await(ClusterFacts cluster, String file, ClusterPlan.Builder plan) {
    plan.waitFor(
        Layer.MESH,
        file,
        "the address of the east-west gateway of " + cluster.cluster().name(),
        cluster.cluster().eastWest().at().child("addresses"));
  }

  /** Only the istiod of that revision makes it; without the label, that of the default one. */
  private static Map<String, String> labels(ClusterFacts cluster) {
    Map<String, String> labels = new TreeMap<>();
    if (cluster.multiNetwork()) {
      cluster
          .cluster()
          .network()
          .ifPresent(network -> labels.put(EastWestGatewayKind.NETWORK, network));
      int port = cluster.cluster().eastWest().port();
      if (!USUAL_PORTS.contains(port)) {
        labels.put(EastWestGatewayKind.GATEWAY_PORT, Integer.toString(port));
      }
    }
    cluster.cluster().release().revision().ifPresent(revision -> labels.put(REVISION, revision));
    return labels;
  }

  private static Map<String, String> annotations(EastWest eastWest) {
    Map<String, String> annotations = new TreeMap<>(eastWest.service().annotations());
    if (eastWest.exposure() == Exposure.EXTERNAL_IP) {
      annotations.put(SERVICE_TYPE, "ClusterIP");
    } else if (eastWest.exposure() == Exposure.NODE_PORT) {
      annotations.put(SERVICE_TYPE, "NodePort");
      EastWestGatewayKind.addNodeSelector(annotations, eastWest.service());
    }
    return annotations;
  }

  private static List<GatewayAddress> addresses(EastWest eastWest) {
    return eastWest.askedIp().stream()
        .map(address -> new GatewayAddress("IPAddress", address))
        .toList();
  }
}
