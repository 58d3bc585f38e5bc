package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.IstioFeature;
import io.meshwright.facts.MeshFacts;
import io.meshwright.facts.StaticNetwork;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Istio;
import io.meshwright.model.Mesh;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.Layer;
import io.meshwright.plan.documents.IstioOperator.RemoteSettings;
import io.meshwright.plan.documents.IstioOperator.Trust;
import io.meshwright.source.Pointer;
import java.util.List;
import java.util.Optional;

/** Every cluster has an IstioOperator; a remote's waits while its istiod's address is pending. */
final class IstioOperatorKind implements DocumentKind {
  /** The port of istiod's webhooks, which the east-west gateway passes through. */
  private static final int WEBHOOK_PORT = 15017;

  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    if (cluster.runsIstiod()) {
      planPrimary(mesh, cluster, plan);
    } else {
      planRemote(mesh, cluster, plan);
    }
  }

  private static void planPrimary(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    List<StaticNetwork> networks = StaticNetwork.of(mesh);
    for (StaticNetwork network : networks) {
      for (StaticNetwork.Gateway gateway : network.gateways()) {
        if (gateway.address().isPending()) {
          plan.waitFor(
              Layer.CONTROL_PLANE,
              IstioOperator.FILE,
              "the address of the east-west gateway of " + gateway.owner().name(),
              gateway.owner().at().child("eastWest").child("addresses"));
          return;
        }
      }
    }
    plan.add(operator(mesh, cluster, "minimal", networks, Optional.empty()));
  }

  private static void planRemote(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    Optional<Cluster> primary = cluster.dials();
    Optional<Address> address = primary.flatMap(ClusterFacts::istiodAddress);
    if (primary.isEmpty() || address.isEmpty()) {
      return; // a rule refuses it
    }
    if (address.get().isPending()) {
      plan.waitFor(
          Layer.CONTROL_PLANE,
          IstioOperator.FILE,
          "the address at which remotes reach the istiod of " + primary.get().name(),
          addressPlace(primary.get()));
      return;
    }
    plan.add(
        operator(
            mesh, cluster, "remote", List.of(), Optional.of(remote(mesh, cluster, address.get()))));
  }

  private static Pointer addressPlace(Cluster primary) {
    return primary.istiod().addresses().isEmpty()
        ? primary.at().child("eastWest").child("addresses")
        : primary.at().child("istiod").child("addresses");
  }

  private static IstioOperator operator(
      MeshFacts mesh,
      ClusterFacts cluster,
      String profile,
      List<StaticNetwork> networks,
      Optional<RemoteSettings> remote) {
    Istio istio = mesh.topology().istio();
    Mesh settings = mesh.topology().mesh();
    return new IstioOperator(
        cluster.cluster().name(),
        istio.namespace(),
        profile,
        istio.hub(),
        istio.version().text(),
        istio.revision(),
        trust(settings),
        settings.id(),
        cluster.cluster().id(),
        cluster.cluster().network(),
        settings.clusterDomain().equals(Mesh.DEFAULT_DOMAIN)
            ? Optional.empty()
            : Optional.of(settings.clusterDomain()),
        cluster.servesRemotes(),
        cluster.servesRemotes() ? istiodHost(cluster.cluster()) : Optional.empty(),
        networks.stream().map(IstioOperatorKind::listed).toList(),
        remote);
  }

  private static IstioOperator.StaticNetwork listed(StaticNetwork network) {
    return new IstioOperator.StaticNetwork(
        network.name(),
        network.registries(),
        network.gateways().stream()
            .map(gateway -> new IstioOperator.Gateway(gateway.address().text(), gateway.port()))
            .toList());
  }

  private static Optional<Trust> trust(Mesh mesh) {
    boolean standard =
        mesh.trustDomain().equals(Mesh.DEFAULT_DOMAIN) && mesh.trustDomainAliases().isEmpty();
    return standard
        ? Optional.empty()
        : Optional.of(new Trust(mesh.trustDomain(), mesh.trustDomainAliases()));
  }

  private static Optional<String> istiodHost(Cluster primary) {
    return ClusterFacts.istiodAddress(primary).filter(Address::isDnsName).map(Address::text);
  }

  /**
   * A DNS name makes the chart's Service {@code istiod} an ExternalName, which maps no port: API
   * servers then call the webhook at port 443 (istio/istio#45014), so the webhook gets a URL.
   */
  private static RemoteSettings remote(MeshFacts mesh, ClusterFacts cluster, Address address) {
    String path =
        "/inject/cluster/"
            + cluster.cluster().id()
            + "/net/"
            + cluster.cluster().network().orElse("");
    boolean byName = address.isDnsName();
    return new RemoteSettings(
        address.text(),
        byName ? Optional.empty() : Optional.of(path),
        byName
            ? Optional.of("https://" + address.text() + ":" + WEBHOOK_PORT + path)
            : Optional.empty(),
        IstioFeature.REMOTE_TRUST_DOMAIN.in(mesh.topology().istio().version())
            && trust(mesh.topology().mesh()).isPresent());
  }
}
