package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstiodPorts;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.model.Istio;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Identity;
import io.meshwright.plan.InstallerFile;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import io.meshwright.plan.documents.EastWestGateway.Port;
import io.meshwright.plan.documents.EastWestGateway.Service;
import java.util.List;
import java.util.Optional;

/**
 * The gateway in front of a hosted istiod, with a control plane that programs it and serves nobody
 * else: an operator of its own, since the hosted istiod's says {@code profile: empty}.
 *
 * @param name the name of the IstioOperator
 * @param namespace the namespace of the gateway and of its control plane
 * @param hub the image registry
 * @param tag the image tag, which is the release
 * @param service the gateway's Service
 */
public record ControlPlaneGateway(
    String name, String namespace, Optional<String> hub, String tag, Service service)
    implements Manifest {
  @Override
  public String template() {
    return "controlplane-gateway.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.CONTROL_PLANE;
  }

  @Override
  public String fileName() {
    return InstallerFile.CONTROL_PLANE_GATEWAY;
  }

  @Override
  public Identity identity() {
    return Identity.of("install.istio.io/v1alpha1", "IstioOperator", namespace, name);
  }

  /** Every host of a control plane has one. */
  static final class Kind implements DocumentKind {
    @Override
    public void plan(MeshFacts mesh, ClusterFacts facts, ClusterPlan.Builder plan) {
      Cluster cluster = facts.cluster();
      if (!facts.isHost() || cluster.external().isEmpty()) {
        return;
      }
      InstallerForm form = InstallerForm.of(mesh);
      EastWest way = cluster.eastWest();
      if (way.exposure() == Exposure.EXTERNAL_IP
          && way.addresses().stream().anyMatch(Address::isPending)) {
        form.awaitHostGateway(
            new InstallerForm.Gap(
                "the address of the gateway of " + cluster.name(), way.at().child("addresses")),
            facts,
            plan);
        return;
      }
      Istio istio = mesh.topology().istio();
      form.addHostGateway(
          new ControlPlaneGateway(
              cluster.name() + "-controlplane-gateway",
              cluster.external().get().gatewayNamespace(),
              istio.hub(),
              cluster.release().version().text(),
              Service.of(way, way.service().annotations(), ports())),
          facts,
          plan);
    }

    private static List<Port> ports() {
      return List.of(
          Port.of("status-port", 15021),
          Port.of("tls-xds", IstiodPorts.DISCOVERY),
          Port.of("tls-webhook", IstiodPorts.WEBHOOK));
    }
  }
}
