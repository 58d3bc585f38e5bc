package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstiodPorts;
import io.meshwright.model.Discovery;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.model.GatewayApi;
import io.meshwright.model.GatewayService;
import io.meshwright.model.Installer;
import io.meshwright.model.Istio;
import io.meshwright.model.Mesh;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.documents.EastWestGateway.Port;
import io.meshwright.plan.documents.EastWestGateway.Proxy;
import io.meshwright.plan.documents.EastWestGateway.Service;
import io.meshwright.plan.documents.EastWestGateway.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every cluster that other networks or remotes must reach has an east-west gateway. */
final class EastWestGatewayKind implements DocumentKind {
  /** From this label istiod knows that a Service, or a Kubernetes Gateway, is of a network. */
  static final String NETWORK = "topology.istio.io/network";

  /** Has istiod show a gateway the endpoints of this network alone. */
  private static final String NETWORK_VIEW = "ISTIO_META_REQUESTED_NETWORK_VIEW";

  /** Tells istiod a gateway's port where it is not {@link EastWestGateway#PORT}. */
  static final String GATEWAY_PORT = "networking.istio.io/gatewayPort";

  /**
   * Without it istiod knows no address of a Service of type NodePort
   * (pilot/pkg/serviceregistry/kube/conversion.go).
   */
  private static final String NODE_SELECTOR = "traffic.istio.io/nodeSelector";

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (cluster.installsGateway()
        && cluster.cluster().eastWest().api() == GatewayApi.ISTIO
        && cluster.has(IstioFeature.EAST_WEST_GATEWAY)) {
      InstallerForm form = InstallerForm.of(mesh);
      planFirst(mesh, cluster, form, plan);
      cluster
          .canary()
          .filter(second -> cluster.canHaveSecondGateway())
          .ifPresent(
              second ->
                  form.addGateway(
                      gateway(mesh, second, second.cluster().release().revision()), second, plan));
    }
  }

  private static void planFirst(
      MeshFacts mesh, ClusterFacts cluster, InstallerForm form, ClusterPlan.Builder plan) {
    EastWest eastWest = cluster.cluster().eastWest();
    if (eastWest.exposure() == Exposure.EXTERNAL_IP
        && eastWest.everyAddress().stream().anyMatch(placed -> placed.address().isPending())) {
      form.awaitGateway(
          new InstallerForm.Gap(
              "the address of the east-west gateway of " + cluster.cluster().name(),
              eastWest.at().child("addresses")),
          cluster,
          plan);
      return;
    }
    form.addGateway(gateway(mesh, cluster, Optional.empty()), cluster, plan);
  }

  /** Returns the gateway, or that of a canary, whose name and pods are its own. */
  private static EastWestGateway gateway(
      MeshFacts mesh, ClusterFacts cluster, Optional<String> canary) {
    String suffix = canary.map(revision -> "-" + revision).orElse("");
    String name = cluster.cluster().eastWest().name() + suffix;
    return new EastWestGateway(
        cluster.cluster().name() + "-eastwest" + suffix,
        mesh.topology().istio().namespace(),
        mesh.topology().istio().installer() == Installer.ISTIOCTL,
        cluster.cluster().release().revision(),
        canary.isPresent(),
        proxy(mesh, cluster),
        name,
        labels(cluster, name),
        cluster.cluster().network(),
        variables(cluster),
        service(cluster));
  }

  private static Optional<Proxy> proxy(MeshFacts mesh, ClusterFacts cluster) {
    if (cluster.has(IstioFeature.INJECTED_GATEWAY)) {
      return Optional.empty();
    }
    Istio istio = mesh.topology().istio();
    Mesh settings = mesh.topology().mesh();
    return Optional.of(
        new Proxy(
            istio.hub(),
            cluster.cluster().release().version().text(),
            settings.customTrustDomain(),
            settings.id(),
            cluster.cluster().id(),
            settings.customClusterDomain()));
  }

  /** In a mesh of one network the gateway only leads to istiod, and needs none. */
  private static List<Variable> variables(ClusterFacts cluster) {
    List<Variable> variables = new ArrayList<>();
    if (cluster.multiNetwork()) {
      if (cluster.has(IstioFeature.SNI_DNAT_MODE)) {
        variables.add(new Variable("ISTIO_META_ROUTER_MODE", "sni-dnat"));
      }
      cluster
          .cluster()
          .network()
          .ifPresent(network -> variables.add(new Variable(NETWORK_VIEW, network)));
    }
    return variables;
  }

  private static Map<String, String> labels(ClusterFacts cluster, String name) {
    EastWest eastWest = cluster.cluster().eastWest();
    Map<String, String> labels = new TreeMap<>(eastWest.selector());
    labels.put("app", name);
    if (cluster.multiNetwork() && eastWest.discovery() == Discovery.LABEL) {
      cluster.cluster().network().ifPresent(network -> labels.put(NETWORK, network));
      if (eastWest.port() != EastWestGateway.PORT) {
        labels.put(GATEWAY_PORT, Integer.toString(eastWest.port()));
      }
    }
    return labels;
  }

  private static Service service(ClusterFacts cluster) {
    EastWest eastWest = cluster.cluster().eastWest();
    GatewayService declared = eastWest.service();
    Map<String, String> annotations = new TreeMap<>(declared.annotations());
    if (eastWest.exposure() == Exposure.NODE_PORT) {
      addNodeSelector(annotations, declared);
    }
    return Service.of(eastWest, annotations, ports(cluster));
  }

  static void addNodeSelector(Map<String, String> annotations, GatewayService declared) {
    annotations.putIfAbsent(NODE_SELECTOR, json(declared.nodeSelector()));
  }

  private static List<Port> ports(ClusterFacts cluster) {
    List<Port> ports = new ArrayList<>();
    ports.add(Port.of("status-port", 15021));
    if (cluster.multiNetwork()) {
      EastWest eastWest = cluster.cluster().eastWest();
      ports.add(Port.of(eastWest, "tls", eastWest.port(), EastWestGateway.PORT));
    }
    if (cluster.exposesIstiod()) {
      ports.add(Port.of("tls-istiod", IstiodPorts.DISCOVERY));
      ports.add(Port.of("tls-webhook", IstiodPorts.WEBHOOK));
    }
    return ports;
  }

  /** Label keys and values hold nothing that JSON would escape. */
  private static String json(Map<String, String> labels) {
    StringBuilder json = new StringBuilder("{");
    labels.forEach(
        (key, value) ->
            json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(key)
                .append("\":\"")
                .append(value)
                .append('"'));
    return json.append('}').toString();
  }
}
