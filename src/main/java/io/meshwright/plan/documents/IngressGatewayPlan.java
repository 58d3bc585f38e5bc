package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstioFeature;
import io.meshwright.model.EastWest;
import io.meshwright.plan.documents.EastWestGateway.Port;
import io.meshwright.plan.documents.EastWestGateway.Service;
import io.meshwright.plan.documents.IstioOperator.IngressGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gateway of the default profile, where it is the one between networks. A list of gateways
 * replaces the profile's, and a Service without ports loses those of the chart
 * (operator/pkg/translate/translate.go at 1.5.10 and 1.7.8), so all of them are named.
 */
final class IngressGatewayPlan {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private static final Map<String, String> STANDARD_LABELS = Map.of("istio", "ingressgateway");

  private IngressGatewayPlan() {}

  /** Returns the gateway of {@code cluster}; empty where the version has east-west gateways. */
  static Optional<IngressGateway> of(MeshFacts mesh, ClusterFacts cluster) {
    if (cluster.has(IstioFeature.EAST_WEST_GATEWAY)) {
      return Optional.empty();
    }
    EastWest eastWest = cluster.cluster().eastWest();
    Map<String, String> labels =
        eastWest.selector().equals(STANDARD_LABELS) ? Map.of() : eastWest.selector();
    return Optional.of(
        new IngressGateway(
            eastWest.name(),
            labels,
            cluster.installsGateway()
                ? Optional.of(
                    Service.of(
                        eastWest, eastWest.service().annotations(), ports(cluster, eastWest)))
                : Optional.empty()));
  }

  private static List<Port> ports(ClusterFacts cluster, EastWest eastWest) {
    boolean root = cluster.has(IstioFeature.ROOT_GATEWAY);
    List<Port> ports = new ArrayList<>();
    ports.add(Port.of("status-port", root ? 15020 : 15021));
    ports.add(Port.of(eastWest, "http2", HTTP, root ? HTTP : 8080));
    ports.add(Port.of(eastWest, "https", HTTPS, root ? HTTPS : 8443));
    ports.add(Port.of(eastWest, "tls", EastWestGateway.PORT, EastWestGateway.PORT));
    if (ports.stream().noneMatch(port -> port.port() == eastWest.port())) {
      ports.add(Port.of(eastWest, "tls-cross-network", eastWest.port(), eastWest.port()));
    }
    return ports;
  }
}
