package io.meshwright.facts;

import io.meshwright.istio.IstioFeature;
import io.meshwright.istio.IstioVersion;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.Discovery;
import io.meshwright.model.EastWest;
import io.meshwright.model.Exposure;
import io.meshwright.model.GatewayApi;
import io.meshwright.model.GatewayService;
import io.meshwright.model.PlacedAddress;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a topology for one cluster.
 *
 * @param cluster the cluster
 * @param controlPlanes the clusters whose istiod it uses, in the topology's order; empty for one
 *     with an istiod for the mesh
 * @param remotes the clusters that use its istiod, sorted by name
 * @param watches the clusters of the mesh whose API server its istiod reads, sorted by name: every
 *     other one that has not left and says nothing else
 * @param watchedBy the clusters whose istiod reads its API server, or did before it was draining,
 *     sorted by name
 * @param configSource the cluster whose API server holds the configuration of its istiod: itself
 *     for a primary, another one for a host of a control plane
 * @param configures the hosts whose istiod takes its configuration from it, sorted by name
 * @param multiNetwork whether the mesh has more than one network
 * @param installsIstiod whether an istiod is installed in the cluster: a primary's serves the mesh,
 *     and that of an old remote injects proxies and signs certificates
 */
public record ClusterFacts(
    Cluster cluster,
    List<Cluster> controlPlanes,
    List<Cluster> remotes,
    List<Cluster> watches,
    List<Cluster> watchedBy,
    Optional<Cluster> configSource,
    List<Cluster> configures,
    boolean multiNetwork,
    boolean installsIstiod) {
  public ClusterFacts {
    controlPlanes = List.copyOf(controlPlanes);
    remotes = List.copyOf(remotes);
    watches = List.copyOf(watches);
    watchedBy = List.copyOf(watchedBy);
    configures = List.copyOf(configures);
  }

  /** Returns whether the cluster's version of Istio has {@code feature}. */
  public boolean has(IstioFeature feature) {
    return feature.in(version());
  }

  /** Returns the cluster's version of Istio. */
  public IstioVersion version() {
    return cluster.release().version();
  }

  /** Returns the cluster as its second istiod has it; empty where there is none. */
  public Optional<ClusterFacts> canary() {
    return cluster
        .release()
        .ofCanary()
        .map(
            release ->
                new ClusterFacts(
                    cluster.with(release),
                    controlPlanes,
                    remotes,
                    watches,
                    watchedBy,
                    configSource,
                    configures,
                    multiNetwork,
                    installsIstiod));
  }

  /** Returns the cluster as each istiod has it: the first, then the canary. */
  public List<ClusterFacts> revisions() {
    return canary().map(second -> List.of(this, second)).orElseGet(() -> List.of(this));
  }

  /** Returns whether the cluster's istiod configures proxies of the mesh. */
  public boolean runsIstiod() {
    return !cluster.isRemote();
  }

  /** Returns whether the cluster hosts a control plane for others, and is no part of the mesh. */
  public boolean isHost() {
    return cluster.isHost();
  }

  /** Returns whether the configuration of a control plane stands in the cluster. */
  public boolean holdsConfiguration() {
    return cluster.isPrimary() || !configures.isEmpty();
  }

  /**
   * Returns the clusters that its istiod reads by a remote Secret each, sorted by name: a hosted
   * one reads its source of configuration by a kubeconfig of its own.
   */
  public List<Cluster> readsBySecret() {
    return watches.stream()
        .filter(watched -> configSource.stream().noneMatch(watched::equals))
        .toList();
  }

  /** Returns the clusters whose istiod reads this one by a remote Secret, sorted by name. */
  public List<Cluster> readBySecret() {
    return watchedBy.stream().filter(reader -> !configures.contains(reader)).toList();
  }

  /** Returns whether proxies of other clusters are served by this cluster's istiod. */
  public boolean servesRemotes() {
    return !remotes.isEmpty();
  }

  /**
   * Returns whether the cluster gets an east-west gateway: traffic between networks passes it, and
   * remotes reach istiod through it.
   */
  public boolean hasGateway() {
    boolean needed = multiNetwork || (servesRemotes() && !cluster.istiod().ownService());
    return needed && !isHost() && cluster.eastWest().exposure() != Exposure.NONE;
  }

  /** Returns whether that gateway is the way from remotes to the cluster's istiod. */
  public boolean exposesIstiod() {
    return servesRemotes() && !cluster.istiod().ownService() && hasGateway();
  }

  /** Returns the cluster whose istiod the cluster's proxies and API server dial. */
  public Optional<Cluster> dials() {
    return controlPlanes.stream().findFirst();
  }

  /** Returns whether that gateway is installed by us, rather than provided elsewhere. */
  public boolean installsGateway() {
    return hasGateway() && cluster.eastWest().exposure() != Exposure.HOST_PORT;
  }

  /**
   * Returns whether its istiod makes that gateway of a Kubernetes Gateway, which it does in its own
   * cluster alone.
   */
  public boolean makesKubernetesGateway() {
    return installsGateway()
        && runsIstiod()
        && cluster.eastWest().api() == GatewayApi.KUBERNETES
        && has(IstioFeature.EAST_WEST_GATEWAY);
  }

  /**
   * Returns whether a second gateway, of the canary, can stand beside that gateway: what finds it
   * finds it by its own Service, and nothing in the topology says where that Service is.
   */
  public boolean canHaveSecondGateway() {
    EastWest eastWest = cluster.eastWest();
    GatewayService service = eastWest.service();
    boolean unplaced =
        eastWest.exposure() == Exposure.LOAD_BALANCER
            ? service.loadBalancerIp().isEmpty() && service.annotations().isEmpty()
            : eastWest.exposure() == Exposure.NODE_PORT && eastWest.nodePort().isEmpty();
    return multiNetwork
        && unplaced
        && eastWest.api() == GatewayApi.ISTIO
        && eastWest.discovery() == Discovery.LABEL;
  }

  /**
   * Returns whether the networks of this cluster's istiod must list the addresses of {@code
   * other}'s gateway: nobody discovers it, or this istiod does not read the cluster that it is in.
   */
  public boolean lists(ClusterFacts other) {
    return knows(other.cluster())
        && (other.hasStaticGateway()
            || (multiNetwork && other.hasGateway() && !isOrReads(other.cluster())));
  }

  /** Returns whether this cluster's istiod knows what is in {@code other}. */
  public boolean isOrReads(Cluster other) {
    return cluster.name().equals(other.name())
        || (runsIstiod()
            && !Derivation.hasLeft(cluster, other)
            && other.apiServer().isReachableFrom(cluster.name()));
  }

  /** Returns whether {@code other} is still in the mesh, for this cluster. */
  private boolean knows(Cluster other) {
    return cluster.name().equals(other.name()) || !Derivation.hasLeft(cluster, other);
  }

  /** Returns whether the mesh's networks must list the addresses of that gateway. */
  public boolean hasStaticGateway() {
    return multiNetwork && hasGateway() && cluster.eastWest().discovery() == Discovery.STATIC;
  }

  /** Returns where the cluster's proxies and API server dial its primary's istiod. */
  public Optional<Address> dialledAddress() {
    return dials().flatMap(primary -> istiodAddress(primary, cluster));
  }

  /** Returns the addresses at which remotes reach this cluster's istiod, without doubles. */
  public List<Address> istiodAddresses() {
    return remotes.stream()
        .flatMap(remote -> istiodAddress(cluster, remote).stream())
        .distinct()
        .toList();
  }

  /** Returns the names among them, sorted. */
  public List<String> istiodHosts() {
    return istiodAddresses().stream()
        .filter(Address::isDnsName)
        .map(Address::text)
        .sorted()
        .toList();
  }

  /**
   * Returns where {@code remote} reaches the istiod of {@code primary}: its host, else its own
   * first address, else the first of its east-west gateway unless it has a Service of its own.
   */
  private static Optional<Address> istiodAddress(Cluster primary, Cluster remote) {
    if (primary.isHost()) {
      return primary.external().map(external -> new Address(external.host()));
    }
    if (primary.istiod().host().isPresent()) {
      return primary.istiod().host().map(Address::new);
    }
    if (primary.istiod().ownService() || !primary.istiod().addresses().isEmpty()) {
      return primary.istiod().addresses().stream().findFirst();
    }
    return primary.eastWest().addressesSeenFrom(remote.network()).stream()
        .findFirst()
        .map(PlacedAddress::address);
  }
}
