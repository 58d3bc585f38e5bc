package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.facts.StaticNetwork;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Layer;
import io.meshwright.plan.documents.KubernetesGateway.GatewayAddress;
import io.meshwright.plan.documents.KubernetesGateway.Listener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An istiod of an ambient mesh does not read meshNetworks: where a gateway is that it does not
 * discover, a Gateway of the class istio-remote tells it (localK8sGatewayToNetworkGateways in
 * pilot/pkg/serviceregistry/kube/controller/ambient/networks.go at 1.27.9).
 */
final class RemoteGatewayKind implements DocumentKind {
  /** ztunnel takes a gateway only if it has the identity of this account. */
  private static final String ACCOUNT = "gateway.istio.io/service-account";

  /**
   * What can be said in one Gateway.
   *
   * @param port the port at its addresses
   * @param account the ServiceAccount of its pods
   */
  private record Group(int port, String account) {}

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (!cluster.runsIstiod() || !mesh.topology().mesh().isAmbient()) {
      return;
    }
    for (StaticNetwork network : StaticNetwork.of(mesh, cluster)) {
      Map<Group, List<StaticNetwork.Gateway>> groups = new LinkedHashMap<>();
      for (StaticNetwork.Gateway gateway : network.gateways()) {
        groups
            .computeIfAbsent(
                new Group(gateway.port(), account(mesh, gateway)), group -> new ArrayList<>())
            .add(gateway);
      }
      int number = 1;
      for (Map.Entry<Group, List<StaticNetwork.Gateway>> group : groups.entrySet()) {
        String name = "remote-gateway-" + network.name() + (number == 1 ? "" : "-" + number);
        plan(mesh, cluster, network, name, group, plan);
        number++;
      }
    }
  }

  private static void plan(
      MeshFacts mesh,
      ClusterFacts cluster,
      StaticNetwork network,
      String name,
      Map.Entry<Group, List<StaticNetwork.Gateway>> group,
      ClusterPlan.Builder plan) {
    KubernetesGateway gateway =
        new KubernetesGateway(
            name,
            mesh.topology().istio().namespace(),
            labels(network.name(), cluster),
            Map.of(ACCOUNT, group.getKey().account()),
            KubernetesGateway.REMOTE,
            Optional.empty(),
            group.getValue().stream().map(RemoteGatewayKind::address).toList(),
            List.of(Listener.hbone(group.getKey().port())));
    Optional<StaticNetwork.Gateway> pending = StaticNetwork.pending(List.of(network));
    if (pending.isPresent()) {
      plan.waitFor(
          Layer.MESH,
          gateway.fileName(),
          "the address of the east-west gateway of " + pending.get().owner(),
          pending.get().at());
    } else {
      plan.add(gateway);
    }
  }

  /** istiod writes into Gateways of its revision alone, and ztunnels are told what it writes. */
  private static Map<String, String> labels(String network, ClusterFacts cluster) {
    Map<String, String> labels = new TreeMap<>(Map.of(EastWestGatewayKind.NETWORK, network));
    cluster
        .cluster()
        .release()
        .revision()
        .ifPresent(revision -> labels.put(KubernetesGatewayKind.REVISION, revision));
    return labels;
  }

  /** A gateway that no cluster of the mesh has is taken to have its usual name. */
  private static String account(MeshFacts mesh, StaticNetwork.Gateway gateway) {
    return mesh.cluster(gateway.owner())
        .map(owner -> owner.cluster().eastWest().name())
        .orElse("istio-eastwestgateway");
  }

  private static GatewayAddress address(StaticNetwork.Gateway gateway) {
    return new GatewayAddress(
        gateway.address().isDnsName() ? "Hostname" : "IPAddress", gateway.address().text());
  }
}
