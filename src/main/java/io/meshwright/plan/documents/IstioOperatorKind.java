package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.facts.StaticNetwork;
import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstiodPorts;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Exposure;
import io.meshwright.model.Installer;
import io.meshwright.model.Istio;
import io.meshwright.model.Mesh;
import io.meshwright.model.PlacedAddress;
import io.meshwright.model.Release;
import io.meshwright.plan.ClusterPlan;
import io.meshwright.plan.DocumentKind;
import io.meshwright.plan.documents.IstioOperator.RemoteSettings;
import io.meshwright.plan.documents.IstioOperator.Trust;
import io.meshwright.source.Pointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every cluster has an IstioOperator; it waits while an address that it holds is pending: that of
 * the istiod that a remote dials, and those that a Service of it is to accept.
 */
final class IstioOperatorKind implements DocumentKind {
  @Override
  public void plan(MeshFacts mesh, ClusterFacts cluster, ClusterPlan.Builder plan) {
    InstallerForm form = InstallerForm.of(mesh);
    for (ClusterFacts istiod : cluster.revisions()) {
      planOne(mesh, istiod, new Target(form, cluster, istiod, plan));
    }
  }

  /** Where the operator of an istiod goes. */
  private record Target(
      InstallerForm form, ClusterFacts cluster, ClusterFacts istiod, ClusterPlan.Builder plan) {
    void add(IstioOperator operator) {
      form.addIstiod(operator, cluster, istiod, plan);
    }

    void await(String value, Pointer place) {
      form.awaitIstiod(new InstallerForm.Gap(value, place), cluster, istiod, plan);
    }
  }

  private static void planOne(MeshFacts mesh, ClusterFacts cluster, Target target) {
    if (waitsForOwnAddress(cluster, target)) {
      return;
    }
    if (cluster.isHost() && cluster.configSource().isEmpty()) {
      return; // a rule refuses it
    }
    if (cluster.runsIstiod()) {
      planPrimary(mesh, cluster, target);
    } else {
      planRemote(mesh, cluster, target);
    }
  }

  private static boolean waitsForOwnAddress(ClusterFacts facts, Target target) {
    Cluster cluster = facts.cluster();
    boolean gateway =
        !facts.has(IstioFeature.EAST_WEST_GATEWAY)
            && facts.installsGateway()
            && cluster.eastWest().exposure() == Exposure.EXTERNAL_IP;
    Optional<PlacedAddress> pending =
        cluster.eastWest().everyAddress().stream()
            .filter(placed -> placed.address().isPending())
            .findFirst();
    if (gateway && pending.isPresent()) {
      target.await("the address of the gateway of " + cluster.name(), pending.get().at());
      return true;
    }
    boolean istiod =
        cluster.isPrimary()
            && cluster.istiod().ownService()
            && IstiodServicePlan.isByExternalIp(cluster);
    if (istiod && isPending(cluster.istiod().addresses())) {
      target.await(
          "the address of the istiod of " + cluster.name(),
          cluster.at().child("istiod").child("addresses"));
      return true;
    }
    return false;
  }

  private static boolean isPending(List<Address> addresses) {
    return addresses.stream().anyMatch(Address::isPending);
  }

  private static void planPrimary(MeshFacts mesh, ClusterFacts cluster, Target target) {
    boolean elsewhere =
        cluster.has(IstioFeature.OWN_MESH_CONFIG)
            || cluster.has(IstioFeature.SHARED_MESH_NETWORKS)
            || mesh.topology().mesh().isAmbient();
    List<StaticNetwork> networks = elsewhere ? List.of() : StaticNetwork.of(mesh, cluster);
    Optional<StaticNetwork.Gateway> pending = StaticNetwork.pending(networks);
    if (pending.isPresent()) {
      target.await(
          "the address of the east-west gateway of " + pending.get().owner(), pending.get().at());
      return;
    }
    target.add(operator(mesh, cluster, networks, Optional.empty()));
  }

  private static void planRemote(MeshFacts mesh, ClusterFacts cluster, Target target) {
    Optional<Cluster> primary = cluster.dials();
    Optional<Address> address = cluster.dialledAddress();
    if (primary.isEmpty() || address.isEmpty()) {
      return; // a rule refuses it
    }
    if (address.get().isPending()) {
      target.await(
          "the address at which remotes reach the istiod of " + primary.get().name(),
          addressPlace(primary.get(), cluster.cluster()));
      return;
    }
    RemoteSettings settings =
        primary.get().isHost()
            ? HostedIstiod.remote(cluster, address.get())
            : remote(cluster, address.get());
    target.add(operator(mesh, cluster, List.of(), Optional.of(settings)));
  }

  private static Pointer addressPlace(Cluster primary, Cluster remote) {
    return primary.istiod().addresses().isEmpty()
        ? primary.eastWest().addressesSeenFrom(remote.network()).get(0).at()
        : primary.at().child("istiod").child("addresses").child(0);
  }

  private static IstioOperator operator(
      MeshFacts mesh,
      ClusterFacts cluster,
      List<StaticNetwork> networks,
      Optional<RemoteSettings> remote) {
    Istio istio = mesh.topology().istio();
    Release release = cluster.cluster().release();
    Mesh settings = mesh.topology().mesh();
    boolean asValue = cluster.has(IstioFeature.TRUST_DOMAIN_VALUE);
    boolean modern = cluster.has(IstioFeature.EAST_WEST_GATEWAY);
    Cluster identity = cluster.isHost() ? cluster.configSource().get() : cluster.cluster();
    return new IstioOperator(
        name(istio, cluster.cluster()),
        istio.namespace(),
        istio.installer() == Installer.ISTIOCTL,
        profile(mesh, cluster),
        istio.hub(),
        release.version().text(),
        release.revision(),
        asValue ? Optional.empty() : trust(settings),
        IngressGatewayPlan.of(mesh, cluster),
        IstiodServicePlan.of(mesh, cluster),
        settings.id(),
        identity.id(),
        identity.network(),
        settings.customClusterDomain(),
        asValue ? settings.customTrustDomain() : Optional.empty(),
        !modern && cluster.exposesIstiod(),
        cluster.servesRemotes() && cluster.has(IstioFeature.EXTERNAL_ISTIOD_VALUE),
        networks.stream().map(IstioOperator.StaticNetwork::of).toList(),
        IstiodVariables.of(mesh, cluster),
        ztunnelVariables(mesh),
        configMap(mesh, cluster),
        release.sortedTags(),
        HostedIstiod.of(cluster),
        remote);
  }

  /** An operator in the cluster makes a label of the name, which then is none too long. */
  private static String name(Istio istio, Cluster cluster) {
    return istio.installer() == Installer.OPERATOR
        ? cluster.name()
        : cluster.release().named(cluster.name());
  }

  private static String profile(MeshFacts mesh, ClusterFacts cluster) {
    if (mesh.topology().mesh().isAmbient()) {
      return "ambient"; // istiod, ztunnel and istio-cni
    }
    if (cluster.isHost()) {
      return "empty"; // the definitions come with the control plane of its gateway
    }
    if (!cluster.has(IstioFeature.EAST_WEST_GATEWAY)) {
      return cluster.runsIstiod() ? "default" : "remote";
    }
    if (cluster.installsIstiod()) {
      return "minimal"; // the default profile without its ingress gateway
    }
    return cluster.has(IstioFeature.REMOTE_PROFILE) ? "remote" : "external";
  }

  /** No value of its chart tells ztunnel the cluster domain (src/config.rs of istio/ztunnel). */
  private static Map<String, String> ztunnelVariables(MeshFacts mesh) {
    Mesh settings = mesh.topology().mesh();
    return settings
        .customClusterDomain()
        .filter(domain -> settings.isAmbient())
        .map(domain -> Map.of("CLUSTER_DOMAIN", domain))
        .orElse(Map.of());
  }

  private static Optional<Boolean> configMap(MeshFacts mesh, ClusterFacts cluster) {
    if (cluster.has(IstioFeature.OWN_MESH_CONFIG)) {
      return Optional.of(false);
    }
    boolean forTrustDomain =
        !cluster.runsIstiod()
            && cluster.has(IstioFeature.REMOTE_TRUST_DOMAIN)
            && trust(mesh.topology().mesh()).isPresent();
    return forTrustDomain ? Optional.of(true) : Optional.empty();
  }

  private static Optional<Trust> trust(Mesh mesh) {
    return mesh.customTrustDomain().isEmpty() && mesh.trustDomainAliases().isEmpty()
        ? Optional.empty()
        : Optional.of(new Trust(mesh.trustDomain(), mesh.trustDomainAliases()));
  }

  /**
   * A DNS name makes the chart's Service {@code istiod} an ExternalName, which maps no port: API
   * servers then call the webhook at port 443 (istio/istio#45014), so the webhook gets a URL. A
   * remote with an istiod of its own is injected by that one.
   */
  private static RemoteSettings remote(ClusterFacts cluster, Address address) {
    String path = injectionPath(cluster);
    boolean called = !cluster.has(IstioFeature.LOCAL_ISTIOD);
    boolean byName = address.isDnsName();
    return new RemoteSettings(
        Optional.of(address.text()),
        called && !byName ? Optional.of(path) : Optional.empty(),
        called && byName ? Optional.of(webhook(address, path)) : Optional.empty(),
        Optional.empty());
  }

  /** Returns the path at which istiod injects pods of {@code cluster}. */
  static String injectionPath(ClusterFacts cluster) {
    return "/inject/cluster/"
        + cluster.cluster().id()
        + "/net/"
        + cluster.cluster().network().orElse("");
  }

  /** Returns the URL at which API servers call the istiod that is reached at {@code address}. */
  static String webhook(Address address, String path) {
    return "https://" + address.text() + ":" + IstiodPorts.WEBHOOK + path;
  }
}
