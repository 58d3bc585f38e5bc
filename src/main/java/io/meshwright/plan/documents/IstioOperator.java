package io.meshwright.plan.documents;

import io.meshwright.plan.Identity;
import io.meshwright.plan.InstallerFile;
import io.meshwright.plan.Layer;
import io.meshwright.plan.Manifest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The installer's input for istiod, or for what a remote has instead of one.
 *
 * @param name the operator's name
 * @param namespace the system namespace
 * @param localFile whether it is a file for istioctl, rather than an object of the cluster
 * @param profile the installation profile of Istio that it starts from
 * @param hub the image registry
 * @param tag the image tag, which is the release
 * @param revision istiod's revision
 * @param trust trust domain and aliases, where they are not Istio's default
 * @param ingressGateway the gateway that Istio installs together with istiod; absent where the
 *     east-west gateway has an operator of its own
 * @param istiodService how istiod's own Service lets remotes in
 * @param meshId Istio's meshID
 * @param clusterName the name by which Istio knows the cluster
 * @param network the network of the cluster's pods
 * @param clusterDomain the DNS suffix of Services, where it is not Kubernetes' default
 * @param trustDomain the trust domain as a value, where it is not Istio's default
 * @param meshExpansion whether the ingress gateway lets remotes in to istiod
 * @param externalIstiod whether this istiod manages remotes, as a value of its chart
 * @param meshNetworks the networks whose gateways are not discovered
 * @param variables istiod's environment variables, sorted by name
 * @param ztunnelVariables ztunnel's environment variables, sorted by name
 * @param configMap whether istiod's chart renders the ConfigMap {@code istio}; absent to leave it
 *     to the profile
 * @param revisionTags the tags that point to the revision, sorted
 * @param hosting what an istiod needs that another cluster configures
 * @param remote what a remote needs
 */
public record IstioOperator(
    String name,
    String namespace,
    boolean localFile,
    String profile,
    Optional<String> hub,
    String tag,
    Optional<String> revision,
    Optional<Trust> trust,
    Optional<IngressGateway> ingressGateway,
    Optional<IstiodService> istiodService,
    String meshId,
    String clusterName,
    Optional<String> network,
    Optional<String> clusterDomain,
    Optional<String> trustDomain,
    boolean meshExpansion,
    boolean externalIstiod,
    List<StaticNetwork> meshNetworks,
    Map<String, String> variables,
    Map<String, String> ztunnelVariables,
    Optional<Boolean> configMap,
    List<String> revisionTags,
    Optional<Hosting> hosting,
    Optional<RemoteSettings> remote)
    implements Manifest {
  /**
   * A network whose gateways are listed.
   *
   * @param name the network's name
   * @param registries the ids of its clusters
   * @param cidrs the address ranges of endpoints that belong to no cluster
   * @param gateways where its gateways are
   */
  public record StaticNetwork(
      String name, List<String> registries, List<String> cidrs, List<Gateway> gateways) {
    static StaticNetwork of(io.meshwright.facts.StaticNetwork network) {
      return new StaticNetwork(
          network.name(),
          network.registries(),
          network.cidrs(),
          network.gateways().stream()
              .map(gateway -> new Gateway(gateway.address().text(), gateway.port()))
              .toList());
    }
  }

  /**
   * Where a gateway is.
   *
   * @param address an IP address or a DNS name
   * @param port the port there
   */
  public record Gateway(String address, int port) {}

  /**
   * Trust domain settings.
   *
   * @param domain the trust domain
   * @param aliases other trust domains that count as this one
   */
  public record Trust(String domain, List<String> aliases) {}

  /**
   * How a remote reaches its istiod.
   *
   * @param pilotAddress the address that proxies dial on port 15012; absent where the istiod that
   *     injects them says it
   * @param injectionPath the webhook's path behind the Service {@code istiod}, for an IP address
   * @param injectionUrl the webhook's URL, for a DNS name
   * @param source what the source of a hosted istiod's configuration needs
   */
  public record RemoteSettings(
      Optional<String> pilotAddress,
      Optional<String> injectionPath,
      Optional<String> injectionUrl,
      Optional<ConfigSource> source) {}

  /**
   * What makes a remote the source of the configuration of an istiod elsewhere.
   *
   * @param revision the revision of that istiod, which validates what has no revision
   * @param validationUrl where the API server has that configuration validated
   */
  public record ConfigSource(String revision, String validationUrl) {}

  /**
   * What makes an istiod serve other clusters alone: it reads its own settings from files, since
   * the API server that it asks is another cluster's.
   *
   * @param address where proxies dial it, with the port
   * @param publicRoots the file of root certificates by which proxies know the gateway in front of
   *     it; absent where they see istiod's own certificate
   * @param meshConfigMap the ConfigMap with the mesh's settings
   * @param injectorConfigMap the ConfigMap with what is injected
   */
  public record Hosting(
      String address,
      Optional<String> publicRoots,
      String meshConfigMap,
      String injectorConfigMap) {}

  /**
   * The gateway of the default profile.
   *
   * @param name its name
   * @param labels of its Service and pods; empty to leave them to the profile
   * @param service its Service; absent where there is no such gateway
   */
  public record IngressGateway(
      String name, Map<String, String> labels, Optional<EastWestGateway.Service> service) {
    public IngressGateway {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }
  }

  /**
   * What makes istiod's own Service reachable from other clusters.
   *
   * @param type LoadBalancer or ClusterIP
   * @param externalIps addresses that the cluster's nodes accept for it
   * @param ports the Service's ports; empty to leave them to the chart
   */
  public record IstiodService(
      String type, List<String> externalIps, List<EastWestGateway.Port> ports) {
    public IstiodService {
      externalIps = List.copyOf(externalIps);
      ports = List.copyOf(ports);
    }
  }

  @Override
  public String template() {
    return "istio-operator.yaml.ftl";
  }

  @Override
  public Layer layer() {
    return Layer.CONTROL_PLANE;
  }

  @Override
  public String fileName() {
    return InstallerFile.operator(revision);
  }

  @Override
  public Identity identity() {
    return Identity.of("install.istio.io/v1alpha1", "IstioOperator", namespace, name);
  }
}
