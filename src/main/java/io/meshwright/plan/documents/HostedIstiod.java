package io.meshwright.plan.documents;

import io.meshwright.facts.ClusterFacts;
import io.meshwright.facts.MeshFacts;
import io.meshwright.istio.IstiodPorts;
import io.meshwright.model.Address;
import io.meshwright.model.Cluster;
import io.meshwright.model.External;
import io.meshwright.plan.documents.IstioOperator.ConfigSource;
import io.meshwright.plan.documents.IstioOperator.Hosting;
import io.meshwright.plan.documents.IstioOperator.RemoteSettings;
import java.util.Map;
import java.util.Optional;

/**
 * An istiod that a cluster hosts for others, and what its remotes are told of it. It calls itself
 * by the name of the cluster that holds its configuration, and asks that cluster's API server for
 * everything but remote Secrets (pkg/kube/multicluster/secretcontroller.go).
 */
final class HostedIstiod {
  /** Has istiod read remote Secrets where it runs. */
  private static final String LOCAL_SECRETS = "LOCAL_CLUSTER_SECRET_WATCHER";

  /** The public authorities, in the image of the proxy. */
  private static final String PUBLIC_ROOTS = "/etc/ssl/certs/ca-certificates.crt";

  private static final String DEFAULT_REVISION = "default";

  private HostedIstiod() {}

  /** Returns what the istiod of {@code host} needs; empty for another cluster. */
  static Optional<Hosting> of(ClusterFacts host) {
    if (!host.isHost()) {
      return Optional.empty();
    }
    return host.cluster()
        .external()
        .map(
            external ->
                new Hosting(
                    external.host() + ":" + IstiodPorts.DISCOVERY,
                    isTerminated(external) ? Optional.of(PUBLIC_ROOTS) : Optional.empty(),
                    host.cluster().release().named("istio"),
                    host.cluster().release().named("istio-sidecar-injector")));
  }

  /** Returns the variables of the istiod of {@code host}; none for another cluster. */
  static Map<String, String> variables(ClusterFacts host) {
    if (!host.isHost()) {
      return Map.of();
    }
    return host.cluster().external().map(HostedIstiod::variables).orElse(Map.of());
  }

  /**
   * While a gateway shows another certificate than istiod's, istiod must not write its own root
   * into webhooks; all that is read of these two is whether they are empty
   * (pilot/pkg/bootstrap/validation.go and sidecarinjector.go at 1.24.6 and 1.31.0-rc.0).
   */
  private static Map<String, String> variables(External external) {
    return isTerminated(external)
        ? Map.of(
            LOCAL_SECRETS,
            "true",
            "INJECTION_WEBHOOK_CONFIG_NAME",
            "",
            "VALIDATION_WEBHOOK_CONFIG_NAME",
            "")
        : Map.of(LOCAL_SECRETS, "true");
  }

  /** Returns how {@code remote} reaches the hosted istiod at {@code address}. */
  static RemoteSettings remote(ClusterFacts remote, Address address) {
    return new RemoteSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.of(IstioOperatorKind.webhook(address, IstioOperatorKind.injectionPath(remote))),
        remote.configures().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new ConfigSource(
                    remote.cluster().release().revision().orElse(DEFAULT_REVISION),
                    IstioOperatorKind.webhook(address, "/validate"))));
  }

  /** Returns whether the gateway in front of the istiod has a certificate of its own. */
  static boolean isTerminated(External external) {
    return external.tls() == External.Tls.TERMINATE;
  }

  /** Returns whether {@code cluster} hosts an istiod behind such a gateway. */
  static boolean isTerminated(ClusterFacts cluster) {
    return cluster.isHost()
        && cluster.cluster().external().filter(HostedIstiod::isTerminated).isPresent();
  }

  /** Returns the Service of the istiod of {@code host}, fully qualified. */
  static String service(MeshFacts mesh, Cluster host) {
    return certifiedName(mesh, host) + "." + mesh.topology().mesh().clusterDomain();
  }

  /** Returns the name of that Service that istiod's certificate has, too. */
  static String certifiedName(MeshFacts mesh, Cluster host) {
    return host.release().named("istiod") + "." + mesh.topology().istio().namespace() + ".svc";
  }
}
